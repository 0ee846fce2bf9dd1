import type { Attempt } from './attempt';

/** A statement of the Experience API 1.0.3, as learning record stores take it. */
export interface Statement {
  actor: { objectType: 'Agent'; account: { homePage: string; name: string } };
  verb: { id: string; display: { 'en-US': string } };
  object: {
    objectType: 'Activity';
    id: string;
    definition: { type: string; name: { 'en-US': string } };
  };
  result: {
    success: boolean;
    completion: boolean;
    response: string;
    score?: { raw: number; min: 0 };
    extensions: Record<string, unknown>;
  };
  timestamp: string;
}

const VERBS = 'http://adlnet.gov/expapi/verbs';
const ACTIVITY = 'http://adlnet.gov/expapi/activities/question';
const OWN = 'urn:lessonbook';

/**
 * The attempts as statements, in their order. Whom they are about is left for whoever sends them to
 * say: the record knows no name, so `learner` is the name of an account of ours.
 */
export function toStatements(attempts: readonly Attempt[], learner: string): Statement[] {
  return attempts.map(({ time, lesson, exercise, hints, solution, source, result }) => {
    const verb = result.outcome === 'passed' ? 'passed' : 'failed';
    return {
      actor: { objectType: 'Agent', account: { homePage: OWN, name: learner } },
      verb: { id: `${VERBS}/${verb}`, display: { 'en-US': verb } },
      object: {
        objectType: 'Activity',
        id: `${OWN}:${lesson}#${exercise}`,
        definition: { type: ACTIVITY, name: { 'en-US': exercise } }
      },
      result: {
        success: result.outcome === 'passed',
        completion: result.outcome === 'passed',
        response: source,
        ...('points' in result ? { score: { raw: result.points, min: 0 } as const } : {}),
        extensions: {
          [`${OWN}:outcome`]: result.outcome,
          [`${OWN}:hints`]: hints,
          [`${OWN}:solution`]: solution,
          ...('id' in result ? { [`${OWN}:message`]: result.id } : {})
        }
      },
      timestamp: time
    };
  });
}
