// Round trips over ZeroMQ and start-up: our kernel beside the ones that learners come from.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { milliseconds, quantile, table } from './figures.mjs';
import { preparePeers } from './peers.mjs';

/** A cell of 50 lines in each language; TURN makes its names new each time. */
const longCells = {
  typescript: [
    'interface PointTURN { x: number; y: number }',
    'const pointsTURN: PointTURN[] = [{ x: 0, y: 1 }, { x: 2, y: 3 }];',
    ...Array.from({ length: 11 }, (_, i) => [
      `function step${i}_TURN(value: number, by: number = ${i}): number {`,
      `  const scaled: number = pointsTURN.map(p => p.x * value + p.y).reduce((a, b) => a + b, by);`,
      `  return scaled > 1000 ? scaled % 997 : scaled;`,
      '}'
    ]).flat(),
    'let totalTURN = 0;',
    'for (let i = 0; i < 10; i++) {',
    '  totalTURN += step0_TURN(i);',
    '}'
  ].join('\n'),
  python: [
    'pointsTURN = [(0, 1), (2, 3)]',
    ...Array.from({ length: 15 }, (_, i) => [
      `def step${i}_TURN(value: float, by: float = ${i}) -> float:`,
      `    scaled: float = sum((x * value + y for x, y in pointsTURN), by)`,
      `    return scaled % 997 if scaled > 1000 else scaled`
    ]).flat(),
    'totalTURN = 0',
    'for i in range(10):',
    '    totalTURN += step0_TURN(i)',
    'totalTURN = totalTURN * 2'
  ].join('\n')
};

/**
 * Measures every kernel that can be had, and prints what came out.
 *
 * @param {{ root: string, python: string, starts?: number, trips?: number, warmUps?: number }} options
 */
export function benchZeromq({ root, python, starts = 5, trips = 100, warmUps = 50 }) {
  const { jupyterPath, peers } = preparePeers({ root, python });
  const there = peers.filter(peer => !('reason' in peer));
  const kernels = there.map(({ name, language }) => ({ name, long: longCells[language] }));
  const out = path.join(root, '.cache/bench/zeromq.json');
  const done = spawnSync(python, [path.join(import.meta.dirname, 'kernels.py')], {
    input: JSON.stringify({ kernels, starts, trips, warmUps, out }),
    env: { ...process.env, JUPYTER_PATH: jupyterPath },
    stdio: 'pipe',
    encoding: 'utf8',
    maxBuffer: 1e8
  });
  if (done.status !== 0) {
    throw new Error(`The kernels could not be measured:\n${done.stderr}`);
  }
  const figures = JSON.parse(readFileSync(out, 'utf8'));
  const fastest = Math.min(
    ...there
      .filter(({ title }) => title !== 'Lessonbook')
      .map(({ name }) => quantile(figures[name].short, 0.5))
  );
  const rows = there.map(({ name, title }) => {
    const { start, short, long } = figures[name];
    return [
      title,
      milliseconds(quantile(short, 0.5)),
      milliseconds(quantile(short, 0.95)),
      (quantile(short, 0.5) / fastest).toFixed(2),
      milliseconds(quantile(long, 0.5)),
      milliseconds(quantile(long, 0.95)),
      milliseconds(quantile(start, 0.5))
    ];
  });
  const head = [
    'kernel',
    '1+1, median',
    'p95',
    'median / fastest other',
    '50 lines, median',
    'p95',
    'start to first result'
  ];
  console.log(`Over ZeroMQ, through jupyter_client (${trips} turns, ${starts} starts)\n`);
  console.log(`${table([head, ...rows])}\n`);
  for (const { title, reason } of peers.filter(peer => 'reason' in peer)) {
    console.log(`${title} could not be installed: ${reason}`);
  }
}
