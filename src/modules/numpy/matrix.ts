import { floatFor } from './dtype';
import { LinAlgError } from './errors';
import { toStorage, type ArrayLike } from './input';
import { cast, dtypeOf, type Storage } from './storage';

/** The elements as floats. */
export function toFloat(a: ArrayLike): Storage {
  const storage = toStorage(a);
  return cast(storage, floatFor(dtypeOf(storage)));
}

/** A matrix as floats. @throws LinAlgError in NumPy's words unless it has two axes */
export function asMatrix(a: ArrayLike): Storage {
  const storage = toFloat(a);
  if (storage.shape.length !== 2) {
    throw new LinAlgError(
      `${storage.shape.length}-dimensional array given. Array must be two-dimensional`
    );
  }
  return storage;
}

/** A square matrix as floats. @throws LinAlgError in NumPy's words unless it is one */
export function asSquare(a: ArrayLike): Storage {
  const storage = asMatrix(a);
  if (storage.shape[0] !== storage.shape[1]) {
    throw new LinAlgError('Last 2 dimensions of the array must be square');
  }
  return storage;
}
