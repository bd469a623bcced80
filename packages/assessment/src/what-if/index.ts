export {
  type ColumnsChoice,
  evaluateFuture,
  type FutureColumns,
  keepLayout,
  layoutOfWhatIf,
  studyOf,
} from "./future-columns.ts";
export {
  type ChargeFinding,
  type WhatIf,
  type WhatIfDomain,
  WhatIfError,
  type WhatIfFindings,
  type WhatIfMission,
} from "./what-if.ts";
export { createWhatIfContext, type WhatIfContext, whatIfKey } from "./what-if-context.ts";
export {
  evaluateWhatIf,
  presentChoice,
  type WhatIfColumns,
  whatIfCauses,
  whatIfFindings,
} from "./what-if-findings.ts";
export { evaluateWhole, whatIfRoles } from "./what-if-roles.ts";
