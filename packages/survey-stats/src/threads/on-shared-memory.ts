type Column = Float64Array | Int32Array;

/**
 * The same value with its columns on shared memory, which other threads read without a copy; those that stand there already are not
 * copied. What stood in two places still is one.
 */
export function onSharedMemory<T>(value: T): T {
  return copy(value, new Map()) as T;
}

function copy(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (!known.has(value)) known.set(value, copyObject(value, known));
  return known.get(value);
}

function copyObject(value: object, known: Map<object, unknown>): object {
  if (value instanceof Float64Array || value instanceof Int32Array) return shared(value);
  if (ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((item) => copy(item, known));
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, copy(own, known)]));
}

function shared(column: Column): Column {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const buffer = new SharedArrayBuffer(column.byteLength);
  const made = column instanceof Float64Array ? new Float64Array(buffer) : new Int32Array(buffer);
  made.set(column);
  return made;
}
