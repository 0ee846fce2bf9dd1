import { describe, expect, it } from 'vitest';
import { readExercise, readLesson } from '../../src/grading/exercise-cell';

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64');

describe('an exercise in a notebook', () => {
  const metadata = {
    exercise: 'scale',
    title: 'Scale the columns',
    points: 2,
    starter: 'const scaled = 0;',
    hints: ['one', 'zwölf', '→ three'].map(encode),
    solution: encode('const scaled = 1;'),
    why: encode('Because π ≈ 3.')
  };

  it('is read with its hints and solution decoded', () => {
    expect(readExercise(metadata)).toEqual({
      id: 'scale',
      title: 'Scale the columns',
      points: 2,
      seconds: 10,
      starter: 'const scaled = 0;',
      hints: ['one', 'zwölf', '→ three'],
      solution: 'const scaled = 1;',
      why: 'Because π ≈ 3.'
    });
    expect(readExercise({ ...metadata, seconds: 60 })).toMatchObject({ seconds: 60 });
  });

  it.each([undefined, null, 'exercise', [], {}, { exercise: 3 }])(
    'is not found where the metadata is %j',
    other => {
      expect(readExercise(other)).toBeUndefined();
    }
  );

  it('can still be worked on when a hand has damaged its hints', () => {
    expect(readExercise({ ...metadata, hints: ['%%%', 7], points: 'many' })).toMatchObject({
      id: 'scale',
      points: 1,
      hints: ['', '']
    });
  });
});

describe('a lesson notebook', () => {
  it('is known by its checkers', () => {
    const metadata = { track: 'numpy', lesson: 'broadcasting', title: 'Broadcasting', checks: 'x' };
    expect(readLesson(metadata)).toEqual({
      lesson: 'numpy/broadcasting',
      title: 'Broadcasting',
      solutions: { after: 'hints' },
      checks: 'x',
      exercises: []
    });
    expect(readLesson({ track: 'first', lesson: 'fit-a-line' })).toBeUndefined();
  });
});
