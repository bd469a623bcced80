import type { TraceStep } from "@shikumi/assessment";
import type { Amount, Study, Task } from "@shikumi/model";

/** One case in which a task was called for. Times in hours: `onset` since the study's start, the others since the onset. */
export interface Instance {
  /** From 1, in the order of onset. */
  readonly number: number;
  readonly incident: string;
  readonly stream: string;
  readonly onset: number;
  readonly opened: number | undefined;
  readonly firstEffect: number | undefined;
  readonly closed: number | undefined;
  /** Share of the need met when it closed. */
  readonly met: number;
  /** Where the standard is one number: when it is up. */
  readonly standard: number | undefined;
  readonly result: "met" | "late" | "partly" | "failed" | "skipped" | "open";
}

/** Every case of a task in a run. */
export function instancesOf(trace: readonly TraceStep[], task: Task): readonly Instance[] {
  const onsets = new Map(
    trace.filter(({ what }) => what === "onset").map((step) => [step.incident, step] as const),
  );
  const own = new Map<string, TraceStep[]>();
  for (const step of trace) {
    if (step.task !== task.ref || step.incident === "") continue;
    const list = own.get(step.incident);
    if (list === undefined) own.set(step.incident, [step]);
    else list.push(step);
  }
  return [...own]
    .map(([incident, steps]) => {
      const onset = onsets.get(incident);
      return instanceOf(steps, task, {
        incident,
        onset: onset?.hours ?? steps[0]?.hours ?? 0,
        stream: onset?.subject ?? "",
      });
    })
    .sort((a, b) => a.onset - b.onset)
    .map((instance, index) => ({ ...instance, number: index + 1 }));
}

function instanceOf(
  steps: readonly TraceStep[],
  task: Task,
  { incident, onset, stream }: Pick<Instance, "incident" | "onset" | "stream">,
): Omit<Instance, "number"> {
  const since = (step: TraceStep | undefined): number | undefined =>
    step === undefined ? undefined : step.hours - onset;
  const opened = since(steps.find(({ what }) => what === "opened"));
  const end = steps.find(({ what }) => what === "closed");
  const first = task.accrues === "at-end" ? "done" : "arrived";
  const limit = fixed(task.standard?.amount);
  const standard = limit === undefined ? undefined : limit + (task.from === "open" ? (opened ?? 0) : 0);
  const closed = since(end);
  const met = end?.amount ?? 0;
  return {
    incident,
    stream,
    onset,
    opened,
    firstEffect: since(steps.find(({ what }) => what === first)),
    closed,
    met,
    standard,
    result: resultOf({
      isSkipped: steps.some(({ what }) => what === "skipped"),
      closed,
      met,
      standard,
      enough: fixed(task.enough.amount) ?? 1,
    }),
  };
}

function resultOf(of: {
  readonly isSkipped: boolean;
  readonly closed: number | undefined;
  readonly met: number;
  readonly standard: number | undefined;
  readonly enough: number;
}): Instance["result"] {
  const { isSkipped, closed, met, standard, enough } = of;
  if (isSkipped) return "skipped";
  if (closed === undefined) return "open";
  if (met <= 0) return "failed";
  if (met < enough) return "partly";
  return standard !== undefined && closed > standard ? "late" : "met";
}

function fixed(amount: Amount | undefined): number | undefined {
  return amount?.kind === "number" ? amount.value : undefined;
}

const worstFirst = [
  "failed",
  "partly",
  "late",
  "open",
  "met",
  "skipped",
] as const satisfies Instance["result"][];

/** The case that went worst; of those that went alike, the one that took longest, then the first. */
export function worstOf(instances: readonly Instance[]): Instance | undefined {
  const rank = ({ result }: Instance): number => worstFirst.indexOf(result);
  return [...instances].sort(
    (a, b) => rank(a) - rank(b) || (b.closed ?? 0) - (a.closed ?? 0) || a.number - b.number,
  )[0];
}

/**
 * The steps of a run that tell one case of a task: its own, its onset, the end of the tasks it comes after, and the steps of standing requests and findings it
 * waited for.
 */
export function stepsOf(
  trace: readonly TraceStep[],
  study: Study,
  task: Task,
  instance: Instance,
): readonly TraceStep[] {
  const mission = task.ref.split(".")[0] ?? "";
  const before = new Set(task.after.map((id) => `${mission}.${id}`));
  const own = trace.filter((step) => step.incident === instance.incident && step.task === task.ref);
  const askers = new Set(own.map(({ organisation }) => organisation));
  const provisions = new Set(
    [...study.authorities.values()]
      .filter(
        ({ activities, actsThrough }) =>
          activities.includes(task.activity) && actsThrough.some((id) => askers.has(id)),
      )
      .map(({ id }) => id),
  );
  const situations = new Set([...provisions].flatMap((id) => study.authorities.get(id)?.in ?? []));
  const from = instance.onset + (instance.opened ?? 0);
  const until = instance.onset + (instance.closed ?? Number.POSITIVE_INFINITY);
  return trace.filter(({ incident, task: ref, what, subject, hours }) => {
    if (incident === instance.incident) {
      return what === "onset" || ref === task.ref || (what === "closed" && before.has(ref));
    }
    if (incident !== "" || hours < from || hours > until) return false;
    return what === "finding" ? situations.has(subject) : what === "stage" && provisions.has(subject);
  });
}
