/** The ratio of a circle's circumference to its diameter. NumPy: `numpy.pi`. */
export const pi = Math.PI;
/** The base of the natural logarithm. NumPy: `numpy.e`. */
export const e = Math.E;
/** Positive infinity. NumPy: `numpy.inf`. */
export const inf = Infinity;
/** Not a number, in data a value that is missing. NumPy: `numpy.nan`. */
export const nan = NaN;

/** True or false, one byte. NumPy: `numpy.bool`. */
export const bool = 'bool';
/** Whole numbers from −128 to 127. NumPy: `numpy.int8`. */
export const int8 = 'int8';
/** Whole numbers of 16 bits. NumPy: `numpy.int16`. */
export const int16 = 'int16';
/** Whole numbers of 32 bits. NumPy: `numpy.int32`. */
export const int32 = 'int32';
/** Whole numbers of 64 bits. NumPy: `numpy.int64`, and what `int` stands for. */
export const int64 = 'int64';
/** Whole numbers from 0 to 255. NumPy: `numpy.uint8`. */
export const uint8 = 'uint8';
/** Whole numbers of 16 bits without sign. NumPy: `numpy.uint16`. */
export const uint16 = 'uint16';
/** Whole numbers of 32 bits without sign. NumPy: `numpy.uint32`. */
export const uint32 = 'uint32';
/** Whole numbers of 64 bits without sign. NumPy: `numpy.uint64`. */
export const uint64 = 'uint64';
/** Floats of 32 bits, about 7 digits. NumPy: `numpy.float32`. */
export const float32 = 'float32';
/** Floats of 64 bits, about 16 digits. NumPy: `numpy.float64`, and what `float` stands for. */
export const float64 = 'float64';
/** {@link int64}, which whole numbers have if nothing else is said. NumPy: `numpy.int_`. */
export const int_ = 'int64';
/** {@link bool} by its other name. NumPy: `numpy.bool_`. */
export const bool_ = 'bool';
