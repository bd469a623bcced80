import type { Table } from "../form/element-table.ts";
import type { CollectionName } from "../study/collection-name.ts";
import type { Element } from "../study/element.ts";
import type { Study } from "../study/study.ts";
import {
  beneficiaries,
  deciders,
  holdings,
  kinds,
  organisations,
  parties,
  places,
  routes,
} from "./actor-tables.ts";
import { capabilities } from "./capability-unit.ts";
import { glossary, hypotheses, measures, sources, uncertainties, validation } from "./evidence-tables.ts";
import { incidents } from "./incident-table.ts";
import { authorities, situations } from "./law-tables.ts";
import { information, mechanisms, trust } from "./mechanism-tables.ts";
import { missions, roles } from "./mission-tables.ts";
import { levers, packages } from "./reform-tables.ts";

type ElementOf<C> = C extends ReadonlyMap<string, infer T> ? (T extends Element ? T : never) : never;

/** Every collection's table, by the collection's name. */
export const tables: { readonly [Name in CollectionName]: Table<ElementOf<Study[Name]>> } = {
  parties,
  kinds,
  organisations,
  deciders,
  capabilities,
  holdings,
  places,
  routes,
  beneficiaries,
  information,
  situations,
  incidents,
  missions,
  roles,
  authorities,
  mechanisms,
  trust,
  levers,
  packages,
  uncertainties,
  measures,
  hypotheses,
  validation,
  sources,
  glossary,
};
