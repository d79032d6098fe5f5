/** Sees every connection that the application's processes open or listen on: from the kernel, not from the application. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Socket {
  readonly pid: number;
  readonly protocol: 'tcp' | 'tcp6' | 'udp' | 'udp6';
  readonly remotePort: number;
  /** True when the other end is this machine itself, or when there is no other end. */
  readonly staysHere: boolean;
}

/** The Internet sockets held at this moment by the process and all that descend from it. Linux only. */
export function socketsOf(rootPid: number): Socket[] {
  const pidOfInode = new Map(familyOf(rootPid).flatMap((pid) => inodesOf(pid).map((inode) => [inode, pid] as const)));
  return (['tcp', 'tcp6', 'udp', 'udp6'] as const).flatMap((protocol) =>
    tableRows(rootPid, protocol).flatMap(({ remoteAddress, remotePort, inode }) => {
      const pid = pidOfInode.get(inode);
      return pid === undefined ? [] : [{ pid, protocol, remotePort, staysHere: isHere(remoteAddress) }];
    }),
  );
}

/** The process and all that descend from it. */
export function familyOf(rootPid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = tryRead(`/proc/${name}/stat`);
    // The name in brackets may hold anything; the parent is the second field after it.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    parents.set(Number(name), parent);
  }
  const family = new Set([rootPid]);
  for (let grew = true; grew;) {
    const before = family.size;
    for (const [pid, parent] of parents) if (family.has(parent)) family.add(pid);
    grew = family.size > before;
  }
  return [...family];
}

function inodesOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
      const match = /^socket:\[(\d+)\]$/.exec(tryLink(`/proc/${String(pid)}/fd/${fd}`));
      return match?.[1] === undefined ? [] : [match[1]];
    });
  } catch {
    // Ended meanwhile.
    return [];
  }
}

function tableRows(pid: number, protocol: string) {
  return tryRead(`/proc/${String(pid)}/net/${protocol}`)
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields.length > 9)
    .map((fields) => {
      const [address = '', port = ''] = (fields[2] ?? '').split(':');
      return { remoteAddress: address, remotePort: Number.parseInt(port, 16), inode: fields[9] ?? '' };
    });
}

/** Addresses stand there as hexadecimal words in the machine's byte order: 127.x.y.z ends in 7F on x86 and ARM. */
function isHere(address: string): boolean {
  const nowhere = /^0+$/.test(address);
  const loopback =
    address.length === 8 ? address.endsWith('7F') : /^0{24}01000000$|^0{16}FFFF0000.{6}7F$/.test(address);
  return nowhere || loopback;
}

const tryRead = (path: string): string => {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return '';
  }
};

const tryLink = (path: string): string => {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
};

interface NetLog {
  readonly constants: { readonly logEventTypes: Record<string, number> };
  readonly events: readonly { readonly type: number; readonly params?: Record<string, unknown> }[];
}

/**
 * The events of Chromium's log that mean somebody was asked for or spoken to. Not UDP_CONNECT: that sends nothing, and
 * Chromium uses it to ask the system whether there is a route for IPv6.
 */
const watched = [
  'HOST_RESOLVER_MANAGER_JOB',
  'HOST_RESOLVER_DNS_TASK',
  'TCP_CONNECT_ATTEMPT',
  'UDP_BYTES_SENT',
  'PAC_FILE_DECIDER',
];

/** What Chromium's own network log (`--log-net-log`) says it tried: names looked up, addresses spoken to. */
export function attemptsInNetLog(file: string): string[] {
  const log = parseNetLog(readFileSync(file, 'utf8'));
  const names = new Map(watched.map((name) => [eventType(log, name), name]));
  return log.events.flatMap(({ type, params }) => {
    const name = names.get(type);
    return name === undefined ? [] : [`${name} ${JSON.stringify(params ?? {})}`];
  });
}

/** The log of a process that was killed ends in the middle of a line: what was written before counts. */
function parseNetLog(text: string): NetLog {
  try {
    return JSON.parse(text) as NetLog;
  } catch {
    return JSON.parse(`${text.slice(0, text.lastIndexOf('},\n') + 1)}]}`) as NetLog;
  }
}

/** Looks again and again, until it is stopped; then hands out every connection seen that left this machine. */
export function watchSockets(rootPid: number, everyMilliseconds: number): () => string[] {
  const seen = new Set<string>();
  const watch = setInterval(() => {
    for (const { protocol, remotePort, staysHere } of socketsOf(rootPid)) {
      if (!staysHere) seen.add(`${protocol} to port ${String(remotePort)}`);
    }
  }, everyMilliseconds);
  return () => {
    clearInterval(watch);
    return [...seen];
  };
}

/** A name that this Chromium does not know would make the watch blind, so it is a fault. */
function eventType(log: NetLog, name: string): number {
  const type = log.constants.logEventTypes[name];
  if (type === undefined) throw new Error(`Chromium's network log has no event ${name}.`);
  return type;
}
