// Made from the sources of the task layer by `npm run fix`; edit those, not this file.

/** The task layer over one memory, with the primitives written out. `runTasks` is the run. */
export function flatTaskLayer(
  buffer: ArrayBuffer,
  exp: (x: number) => number,
  log1p: (x: number) => number,
  normalQuantile: (p: number) => number,
): { readonly runTasks: () => void } {
  const ints = new Int32Array(buffer);
  const reals = new Float64Array(buffer);

  const FIRST: number = 0x21f0aaad;
  const SECOND: number = -749064809;

  function scramble(value: number): number {
    let x: number = value;
    x = Math.imul(x ^ (x >>> 16), FIRST);
    x = Math.imul(x ^ (x >>> 15), SECOND);
    return x ^ (x >>> 15);
  }
  const CHILD_0: number = 0x243f6a88;
  const CHILD_1: number = -2052912941;
  const CHILD_2: number = 0x13198a2e;
  const CHILD_3: number = 0x03707344;

  function childHigh(hi: number, lo: number, partHi: number, partLo: number): number {
    let h: number = hi ^ partLo;
    let l: number = lo ^ partHi ^ partLo;
    l ^= scramble((h + CHILD_0) | 0);
    h ^= scramble((l + CHILD_1) | 0);
    l ^= scramble((h + CHILD_2) | 0);
    h ^= scramble((l + CHILD_3) | 0);
    return h;
  }

  const cellBits: number = 12;
  const lastCell: number = 4088;
  const TWO_MINUS_32: number = 2.3283064365386963e-10;
  const TWO_MINUS_20: number = 9.5367431640625e-7;

  function wordOf(hi: number, lo: number, purpose: number, index: number): number {
    return childHigh(hi, lo, purpose, index);
  }

  function between(table: number, word: number): number {
    const cell = word >>> (32 - cellBits);
    const at = table + (cell << 3);
    const low = reals[at >> 3] as number;
    return low + ((reals[(at + 8) >> 3] as number) - low) * ((word & 0xfffff) * TWO_MINUS_20);
  }

  function exponential(table: number, word: number): number {
    if (word >>> (32 - cellBits) >= lastCell) return -log1p(-((word >>> 0) + 0.5) * TWO_MINUS_32);
    return between(table, word);
  }

  function lognormal(table: number, word: number, deviation: number): number {
    const cell = word >>> (32 - cellBits);
    if (cell >= lastCell || cell < 8)
      return exp(deviation * normalQuantile(((word >>> 0) + 0.5) * TWO_MINUS_32));
    return between(table, word);
  }

  function place(tree: number, leaf: number, key: number): void {
    let at: number = leaf << 3;
    let least: number = key;
    reals[(tree + at) >> 3] = least;
    while (at > 8) {
      const other = reals[(tree + (at ^ 8)) >> 3] as number;
      least = other < least ? other : least;
      at = (at >> 1) & -8;
      reals[(tree + at) >> 3] = least;
    }
  }
  const arrival: number = 0;
  const mobilised: number = 1;
  const approved: number = 2;
  const onScene: number = 3;
  const workDone: number = 4;
  const gapPurpose: number = 1;
  const regionPurpose: number = 2;
  const cellPurpose: number = 3;
  const approvalPurpose: number = 4;
  const workPurpose: number = 5;

  const tasksPerMission: number = 3;
  const unitBytes: number = 32;
  const missionBytes: number = 32;
  const rowBytes: number = 32;
  const poolBytes: number = 16;
  const cellBytes: number = 16;

  function approvalOf(number: number, type: number, task: number): number {
    const word = wordOf(
      ints[1080 >> 2] as number,
      ints[1084 >> 2] as number,
      (type << 8) + (approvalPurpose << 2) + task,
      number,
    );
    return (exponential(ints[1128 >> 2] as number, word) * (reals[1160 >> 3] as number)) | 0;
  }

  function workOf(number: number, type: number, task: number): number {
    const word = wordOf(
      ints[1080 >> 2] as number,
      ints[1084 >> 2] as number,
      (type << 8) + (workPurpose << 2) + task,
      number,
    );
    const median = reals[((ints[1140 >> 2] as number) + (type << 3)) >> 3] as number;
    return (lognormal(ints[1132 >> 2] as number, word, reals[1152 >> 3] as number) * median) | 0;
  }

  function gapOf(number: number, type: number): number {
    const word = wordOf(
      ints[1080 >> 2] as number,
      ints[1084 >> 2] as number,
      (type << 8) + (gapPurpose << 2),
      number,
    );
    return (
      exponential(ints[1128 >> 2] as number, word) *
      (reals[((ints[1136 >> 2] as number) + (type << 3)) >> 3] as number)
    );
  }

  function oneOf(number: number, type: number, purpose: number, count: number): number {
    const word = wordOf(
      ints[1080 >> 2] as number,
      ints[1084 >> 2] as number,
      (type << 8) + (purpose << 2),
      number,
    );
    return Math.floor(((word >>> 1) * count) / 2147483648) | 0;
  }

  function regionOf(number: number, type: number): number {
    return oneOf(number, type, regionPurpose, ints[1040 >> 2] as number);
  }

  function cellOf(number: number, type: number, region: number): number {
    const own = region % (ints[1056 >> 2] as number);
    const each = ints[1052 >> 2] as number;
    return each === 1 ? own : own + (ints[1056 >> 2] as number) * oneOf(number, type, cellPurpose, each);
  }

  function makeTape(): void {
    const types = ints[1044 >> 2] as number;
    const tape = ints[1124 >> 2] as number;
    const horizon = ints[1064 >> 2] as number;
    const next = (ints[1144 >> 2] as number) + 256;
    const numbers = next + 128;
    for (let type: number = 0; type < types; type++) {
      reals[(next + (type << 3)) >> 3] = gapOf(0, type);
      ints[(numbers + (type << 2)) >> 2] = 0;
    }
    let row: number = tape;
    while (true) {
      let first: number = 0;
      for (let type: number = 1; type < types; type++)
        if ((reals[(next + (type << 3)) >> 3] as number) < (reals[(next + (first << 3)) >> 3] as number))
          first = type;
      const tick = reals[(next + (first << 3)) >> 3] as number;
      if (tick >= horizon) break;
      const number = ints[(numbers + (first << 2)) >> 2] as number;
      const region = regionOf(number, first);
      ints[row >> 2] = tick | 0;
      ints[(row + 4) >> 2] = (first << 24) + (region << 16) + cellOf(number, first, region);
      for (let task: number = 0; task < tasksPerMission; task++) {
        ints[(row + 8 + (task << 2)) >> 2] = approvalOf(number, first, task);
        ints[(row + 20 + (task << 2)) >> 2] = workOf(number, first, task);
      }
      ints[(numbers + (first << 2)) >> 2] = number + 1;
      reals[(next + (first << 3)) >> 3] = tick + gapOf(number + 1, first);
      row += rowBytes;
    }
    ints[row >> 2] = -1;
  }

  function runTasks(): void {
    const mode = ints[1072 >> 2] as number;
    if (mode === 2) makeTape();
    const hasTape = mode !== 0;
    const fused = (ints[1076 >> 2] as number) === 1;
    const tree = ints[1088 >> 2] as number;
    const leaves = ints[1060 >> 2] as number;
    const units = ints[1092 >> 2] as number;
    const unitTotal = ints[1024 >> 2] as number;
    const missions = ints[1096 >> 2] as number;
    const pools = ints[1100 >> 2] as number;
    const cells = ints[1104 >> 2] as number;
    const stacks = ints[1108 >> 2] as number;
    const needs = ints[1112 >> 2] as number;
    const walks = ints[1116 >> 2] as number;
    const travels = ints[1120 >> 2] as number;
    const tape = ints[1124 >> 2] as number;
    const results = ints[1144 >> 2] as number;
    const perPool = ints[1028 >> 2] as number;
    const walk = ints[1048 >> 2] as number;
    const regions = ints[1040 >> 2] as number;
    const types = ints[1044 >> 2] as number;
    const horizon = ints[1064 >> 2] as number;
    const room = ints[1068 >> 2] as number;
    const poolTotal = ints[1032 >> 2] as number;
    const cellTotal = ints[1036 >> 2] as number;
    const idle = 9007199254740991;

    for (let node: number = 1; node < 2 * leaves; node++) reals[(tree + (node << 3)) >> 3] = idle;
    for (let pool: number = 0; pool < poolTotal; pool++) {
      ints[(pools + pool * poolBytes) >> 2] = perPool;
      ints[(pools + pool * poolBytes + 4) >> 2] = -1;
      for (let unit: number = 0; unit < perPool; unit++) {
        ints[(stacks + ((pool * perPool + unit) << 2)) >> 2] = pool * perPool + unit;
        ints[(units + (pool * perPool + unit) * unitBytes + 16) >> 2] = pool;
      }
    }
    for (let cell: number = 0; cell < cellTotal; cell++) {
      ints[(cells + cell * cellBytes) >> 2] = -1;
      ints[(cells + cell * cellBytes + 8) >> 2] = 0;
    }
    for (let at: number = 0; at < 32; at++) reals[(results + (at << 3)) >> 3] = 0;

    let arrived: number = 0;
    let events: number = 0;
    let queuedShares: number = 0;
    let waited: number = 0;
    let approvals: number = 0;
    if (hasTape) {
      const tick = ints[tape >> 2] as number;
      if (tick >= 0) place(tree, leaves + unitTotal, tick * 4194304 + (unitTotal << 3));
    } else {
      for (let type: number = 0; type < types; type++) {
        const tick = gapOf(0, type);
        reals[(results + 256 + (type << 3)) >> 3] = tick;
        ints[(results + 384 + (type << 2)) >> 2] = 0;
        if (tick < horizon)
          place(tree, leaves + unitTotal + type, (tick | 0) * 4194304 + ((unitTotal + type) << 3));
      }
    }
    while (true) {
      const key = reals[(tree + 8) >> 3] as number;
      if (key >= idle) break;
      const now = (key * 2.384185791015625e-7) | 0;
      const payload = (key - ((key * 2.384185791015625e-7) | 0) * 4194304) | 0;
      const unit = payload >> 3;
      const kind = payload & 7;
      events += 1;
      let ownTick: number = -1;
      let ownKind: number = 0;
      let otherUnit: number = -1;
      let otherTick: number = 0;
      let otherKind: number = 0;
      let starting: number = -1;
      if (kind === arrival) {
        const mission = missions + (arrived % room) * missionBytes;
        let type: number = 0;
        if (hasTape) {
          const row = tape + arrived * rowBytes;
          const packed = ints[(row + 4) >> 2] as number;
          type = packed >> 24;
          ints[(mission + 16) >> 2] = (packed >> 16) & 255;
          ints[(mission + 20) >> 2] = packed & 65535;
          ints[(mission + 28) >> 2] = arrived;
          ownTick = ints[(row + rowBytes) >> 2] as number;
        } else {
          type = unit - unitTotal;
          const number = ints[(results + 384 + (type << 2)) >> 2] as number;
          const region = regionOf(number, type);
          ints[(mission + 16) >> 2] = region;
          ints[(mission + 20) >> 2] = cellOf(number, type, region);
          ints[(mission + 28) >> 2] = number;
          ints[(results + 384 + (type << 2)) >> 2] = number + 1;
          const tick = (reals[(results + 256 + (type << 3)) >> 3] as number) + gapOf(number + 1, type);
          reals[(results + 256 + (type << 3)) >> 3] = tick;
          ownTick = tick < horizon ? tick | 0 : -1;
        }
        ints[mission >> 2] = now;
        ints[(mission + 12) >> 2] = type;
        ints[(mission + 24) >> 2] = 0;
        arrived += 1;
        starting = mission;
      } else {
        const row = units + unit * unitBytes;
        const mission = ints[row >> 2] as number;
        if (kind === mobilised) {
          const cell = cells + (ints[(mission + 20) >> 2] as number) * cellBytes;
          const number = ints[(mission + 28) >> 2] as number;
          const type = ints[(mission + 12) >> 2] as number;
          const task = ints[(mission + 24) >> 2] as number;
          if (fused) {
            const service = hasTape
              ? (ints[(tape + number * rowBytes + 8 + (task << 2)) >> 2] as number)
              : approvalOf(number, type, task);
            const work = hasTape
              ? (ints[(tape + number * rowBytes + 20 + (task << 2)) >> 2] as number)
              : workOf(number, type, task);
            const free = ints[(cell + 8) >> 2] as number;
            const end = (now > free ? now : free) + service;
            ints[(cell + 8) >> 2] = end;
            approvals += end - now;
            ownTick = end + (ints[(row + 12) >> 2] as number) + work;
            ownKind = workDone;
          } else {
            ints[(row + 8) >> 2] = now;
            ints[(row + 4) >> 2] = -1;
            if ((ints[cell >> 2] as number) < 0) {
              ints[cell >> 2] = unit;
              const service = hasTape
                ? (ints[(tape + number * rowBytes + 8 + (task << 2)) >> 2] as number)
                : approvalOf(number, type, task);
              ownTick = now + service;
              ownKind = approved;
            } else ints[(units + (ints[(cell + 4) >> 2] as number) * unitBytes + 4) >> 2] = unit;
            ints[(cell + 4) >> 2] = unit;
          }
        } else if (kind === approved) {
          const next = ints[(row + 4) >> 2] as number;
          ints[(cells + (ints[(mission + 20) >> 2] as number) * cellBytes) >> 2] = next;
          approvals += now - (ints[(row + 8) >> 2] as number);
          ownTick = now + (ints[(row + 12) >> 2] as number);
          ownKind = onScene;
          if (next >= 0) {
            const other = ints[(units + next * unitBytes) >> 2] as number;
            const number = ints[(other + 28) >> 2] as number;
            const task = ints[(other + 24) >> 2] as number;
            const service = hasTape
              ? (ints[(tape + number * rowBytes + 8 + (task << 2)) >> 2] as number)
              : approvalOf(number, ints[(other + 12) >> 2] as number, task);
            otherUnit = next;
            otherTick = now + service;
            otherKind = approved;
          }
        } else if (kind === onScene) {
          const number = ints[(mission + 28) >> 2] as number;
          const task = ints[(mission + 24) >> 2] as number;
          const work = hasTape
            ? (ints[(tape + number * rowBytes + 20 + (task << 2)) >> 2] as number)
            : workOf(number, ints[(mission + 12) >> 2] as number, task);
          ownTick = now + work;
          ownKind = workDone;
        } else if (kind === workDone) {
          ownTick = now + (ints[(row + 12) >> 2] as number);
          ownKind = 5;
          const task = (ints[(mission + 24) >> 2] as number) + 1;
          ints[(mission + 24) >> 2] = task;
          if (task === tasksPerMission) {
            const result = results + 40 + ((ints[(mission + 12) >> 2] as number) << 4);
            reals[result >> 3] = (reals[result >> 3] as number) + 1;
            reals[(result + 8) >> 3] =
              (reals[(result + 8) >> 3] as number) + (now - (ints[mission >> 2] as number));
          } else starting = mission;
        } else {
          const pool = ints[(row + 16) >> 2] as number;
          const entry = pools + pool * poolBytes;
          const waiting = ints[(entry + 4) >> 2] as number;
          if (waiting < 0) {
            const free = ints[entry >> 2] as number;
            ints[(stacks + ((pool * perPool + free) << 2)) >> 2] = unit;
            ints[entry >> 2] = free + 1;
          } else {
            ints[(entry + 4) >> 2] = ints[(waiting + 8) >> 2] as number;
            waited += now - (ints[(waiting + 4) >> 2] as number);
            ints[row >> 2] = waiting;
            ints[(row + 12) >> 2] = ints[
              (travels + ((pool * regions + (ints[(waiting + 16) >> 2] as number)) << 2)) >> 2
            ] as number;
            ownTick = now + (ints[(entry + 12) >> 2] as number);
            ownKind = mobilised;
          }
        }
      }
      if (ownTick < 0) place(tree, leaves + unit, idle);
      else place(tree, leaves + unit, ownTick * 4194304 + ((unit << 3) + ownKind));
      if (starting >= 0) {
        const region = ints[(starting + 16) >> 2] as number;
        const first =
          walks +
          ((((ints[
            (needs +
              (((ints[(starting + 12) >> 2] as number) * tasksPerMission +
                (ints[(starting + 24) >> 2] as number)) <<
                2)) >>
              2
          ] as number) +
            region) *
            walk) <<
            2);
        let at: number = 0;
        let pool: number = 0;
        let entry: number = 0;
        while (at < walk) {
          pool = ints[(first + (at << 2)) >> 2] as number;
          entry = pools + pool * poolBytes;
          if ((ints[entry >> 2] as number) > 0) break;
          at += 1;
        }
        if (at < walk) {
          const free = (ints[entry >> 2] as number) - 1;
          ints[entry >> 2] = free;
          otherUnit = ints[(stacks + ((pool * perPool + free) << 2)) >> 2] as number;
          const row = units + otherUnit * unitBytes;
          ints[row >> 2] = starting;
          ints[(row + 12) >> 2] = ints[(travels + ((pool * regions + region) << 2)) >> 2] as number;
          otherTick = now + (ints[(entry + 12) >> 2] as number);
          otherKind = mobilised;
        } else {
          entry = pools + (ints[first >> 2] as number) * poolBytes;
          ints[(starting + 4) >> 2] = now;
          ints[(starting + 8) >> 2] = -1;
          queuedShares += 1;
          if ((ints[(entry + 4) >> 2] as number) < 0) ints[(entry + 4) >> 2] = starting;
          else ints[((ints[(entry + 8) >> 2] as number) + 8) >> 2] = starting;
          ints[(entry + 8) >> 2] = starting;
        }
      }
      if (otherUnit >= 0)
        place(tree, leaves + otherUnit, otherTick * 4194304 + ((otherUnit << 3) + otherKind));
    }
    reals[results >> 3] = arrived;
    reals[(results + 8) >> 3] = events;
    reals[(results + 16) >> 3] = queuedShares;
    reals[(results + 24) >> 3] = waited;
    reals[(results + 32) >> 3] = approvals;
  }

  return { runTasks };
}
