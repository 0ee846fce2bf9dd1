import { expect, it } from 'vitest';
import { irisDescription, loadIris } from '../../../src/modules/datasets';
import { readRecording } from '../recording';

interface Recording {
  sklearn: string;
  columns: string[];
  data: number[][];
  species: string[];
}

it('has the irises of scikit-learn, row for row', () => {
  const { columns, data, species } = readRecording<Recording>('datasets');
  const flowers = loadIris();
  expect(flowers.map(each => each.species)).toEqual(species);
  expect(
    flowers.map(each => [each.sepalLength, each.sepalWidth, each.petalLength, each.petalWidth])
  ).toEqual(data);
  const units = Object.values(irisDescription.columns).filter(text => text.endsWith(' in cm'));
  expect(units).toHaveLength(columns.filter(name => name.endsWith('(cm)')).length);
});
