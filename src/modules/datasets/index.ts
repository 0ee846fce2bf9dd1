export {
  loadPenguins,
  penguinsDescription,
  type DatasetDescription,
  type Penguin
} from './penguins';
