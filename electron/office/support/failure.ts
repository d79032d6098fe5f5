/**
 * What may be kept of an error. A message can hold anything that somebody typed, and a path the name of the account, so
 * neither is kept: only the error's class or code, and the places in our own code.
 */
import { constants } from 'node:os';
import { isOperationName } from '#shared/contract/index.ts';
import { FailurePlace, type Failure } from '#shared/contract/support.ts';
import { refusalCodes } from '#shared/domain/base/refusal-codes.ts';

/** Classes of errors by their names: anything else is an `Error`. */
const classes: ReadonlySet<string> = new Set([
  ...['Error', 'TypeError', 'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'AggregateError'],
  ...['RuntimeError', 'CompileError', 'LinkError', 'AssertionError'],
  ...[
    'ZodError',
    'RefusedError',
    'AbortError',
    'NotAllowedError',
    'NotFoundError',
    'NotReadableError',
    'DataCloneError',
  ],
  ...['InvalidStateError', 'QuotaExceededError', 'NetworkError', 'SecurityError', 'TimeoutError', 'OperationError'],
]);

/** Words of Chromium's for the end of a process. */
const endings: ReadonlySet<string> = new Set([
  ...['abnormal-exit', 'killed', 'crashed', 'oom', 'launch-failed', 'integrity-failure', 'memory-eviction'],
  ...['unresponsive', 'folder'],
]);

const mostPlaces = 8;
/** The last part of a path that is ours, and the line; whatever stands before it is somebody's folder. */
const ownPlace =
  /(?:^|[/\\(])((?:electron|shared|renderer|locales|out|assets)[/\\][A-Za-z0-9_@./\\-]{1,120}):([0-9]{1,7})(?=[:)\s]|$)/u;

export type FailureParts = {
  kind: Failure['kind'];
  /** What was thrown, or a code. */
  thrown: unknown;
  /** The operation that met it. */
  operation?: string | undefined;
  at: Date;
};

/** Never throws: it is called when something is wrong already. */
export function failureOf({ kind, thrown, operation, at }: FailureParts): Failure {
  const known = operation !== undefined && isOperationName(operation) ? operation : null;
  return { at: at.toISOString(), kind, what: whatOf(thrown), operation: known, places: placesOf(stackOf(thrown)) };
}

/** A code that is known to be one; otherwise the class of the error. */
function whatOf(thrown: unknown): string {
  if (typeof thrown === 'string') return isKnownCode(thrown) ? thrown : 'Error';
  const code = textAt(thrown, 'code');
  if (isKnownCode(code)) return code;
  const name = textAt(thrown, 'name');
  return classes.has(name) ? name : 'Error';
}

const isKnownCode = (code: string): boolean =>
  Object.hasOwn(constants.errno, code) ||
  /^ERR_[A-Z0-9_]{2,50}$/u.test(code) ||
  endings.has(code) ||
  (refusalCodes as readonly string[]).includes(code);

/** The places in our own code, the innermost first. */
export function placesOf(stack: string): string[] {
  const found: string[] = [];
  for (const line of stack.split('\n')) {
    // A line of a stack begins with `at`; one of the message, which may be of many lines, is passed over.
    if (!/^\s*at\s/u.test(line) || line.includes('node_modules')) continue;
    const [, path, number] = ownPlace.exec(line) ?? [];
    const place = `${(path ?? '').replaceAll('\\', '/')}:${number ?? ''}`;
    if (FailurePlace.safeParse(place).success) found.push(place);
    if (found.length === mostPlaces) break;
  }
  return found;
}

const stackOf = (thrown: unknown): string => textAt(thrown, 'stack');

function textAt(thrown: unknown, key: 'code' | 'name' | 'stack'): string {
  try {
    const value = thrown !== null && typeof thrown === 'object' ? (thrown as Record<string, unknown>)[key] : undefined;
    return typeof value === 'string' ? value : '';
  } catch {
    return '';
  }
}
