import type { Program } from "../program.ts";
import { TableReader } from "./table-reader.ts";

/** What the tasks of one mission may come to use, over all versions of everything. Wider than what they do use, never narrower. */
export interface MissionReach {
  readonly tasks: readonly number[];
  readonly capabilities: ReadonlySet<number>;
  readonly activities: ReadonlySet<number>;
  /** Organisations that may be asked: who uses a holding of a needed capability, is in the role plan, or is accountable. */
  readonly organisations: ReadonlySet<number>;
  readonly information: ReadonlySet<number>;
}

/** The reach of every mission, by row of the outputs. */
export function missionReaches(program: Program): readonly MissionReach[] {
  const read = new TableReader(program);
  const usersOf = capabilityUsers(program, read);
  const { missions, tasks, needs, roles, counts } = program;
  return Array.from({ length: counts.missions }, (_, mission) => {
    const rows = read.rows(program.missionIn, mission).flatMap((row) => [...read.list(missions.tasks[row])]);
    const capabilities = new Set<number>();
    const activities = new Set<number>();
    const organisations = new Set<number>();
    const information = new Set<number>();
    for (const task of rows) {
      activities.add(tasks.activity[task] as number);
      for (const item of read.list(tasks.knows[task])) information.add(item);
      for (const organisation of read.list(tasks.accountable[task])) organisations.add(organisation);
      for (const role of read.list(program.taskRoles[tasks.layout[task] as number]))
        for (const row of read.rows(program.roleIn, role)) {
          if ((roles.lead[row] as number) >= 0) organisations.add(roles.lead[row] as number);
          for (const support of read.list(roles.supports[row])) organisations.add(support);
        }
      for (const need of read.list(tasks.needs[task])) {
        const alternatives = read.list(needs.alternatives[need]);
        for (let at = 0; at < alternatives.length; at += 4) {
          const capability = alternatives[at] as number;
          if (capability < 0) continue;
          capabilities.add(capability);
          for (const user of usersOf[capability] ?? []) organisations.add(user);
        }
      }
    }
    return { tasks: rows, capabilities, activities, organisations, information };
  });
}

function capabilityUsers(program: Program, read: TableReader): readonly ReadonlySet<number>[] {
  const users = Array.from({ length: program.counts.capabilities }, () => new Set<number>());
  for (let holding = 0; holding < program.counts.holdings; holding++)
    for (const row of read.rows(program.holdingIn, holding))
      for (const user of read.list(program.holdings.users[row]))
        users[program.holdings.what[row] as number]?.add(user);
  return users;
}
