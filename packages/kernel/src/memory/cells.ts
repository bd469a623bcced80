// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { getInt, type i32, setInt } from "../engine/primitive.ts";

export function relax(): i32 {
  return getInt(1024);
}

export function setRelax(value: i32): void {
  setInt(1024, value);
}

export function withdrawn(): i32 {
  return getInt(1028);
}

export function setWithdrawn(value: i32): void {
  setInt(1028, value);
}

export function granted(): i32 {
  return getInt(1032);
}

export function setGranted(value: i32): void {
  setInt(1032, value);
}

export function isImposed(): i32 {
  return getInt(1036);
}

export function setIsImposed(value: i32): void {
  setInt(1036, value);
}

export function isTracing(): i32 {
  return getInt(1040);
}

export function setIsTracing(value: i32): void {
  setInt(1040, value);
}

export function isRecording(): i32 {
  return getInt(1044);
}

export function setIsRecording(value: i32): void {
  setInt(1044, value);
}

export function budget(): i32 {
  return getInt(1048);
}

export function setBudget(value: i32): void {
  setInt(1048, value);
}

export function parts(): i32 {
  return getInt(1052);
}

export function setParts(value: i32): void {
  setInt(1052, value);
}

export function runHi(): i32 {
  return getInt(1056);
}

export function setRunHi(value: i32): void {
  setInt(1056, value);
}

export function runLo(): i32 {
  return getInt(1060);
}

export function setRunLo(value: i32): void {
  setInt(1060, value);
}

export function horizon(): i32 {
  return getInt(1064);
}

export function setHorizon(value: i32): void {
  setInt(1064, value);
}

export function firstMonth(): i32 {
  return getInt(1068);
}

export function setFirstMonth(value: i32): void {
  setInt(1068, value);
}

export function monthCount(): i32 {
  return getInt(1072);
}

export function setMonthCount(value: i32): void {
  setInt(1072, value);
}

export function adHocStandsUp(): i32 {
  return getInt(1076);
}

export function setAdHocStandsUp(value: i32): void {
  setInt(1076, value);
}

export function adHocHandles(): i32 {
  return getInt(1080);
}

export function setAdHocHandles(value: i32): void {
  setInt(1080, value);
}

export function isRecalling(): i32 {
  return getInt(1084);
}

export function setIsRecalling(value: i32): void {
  setInt(1084, value);
}

export function arenaFirst(): i32 {
  return getInt(1088);
}

export function setArenaFirst(value: i32): void {
  setInt(1088, value);
}

export function zeroFirst(): i32 {
  return getInt(1092);
}

export function setZeroFirst(value: i32): void {
  setInt(1092, value);
}

export function zeroEnd(): i32 {
  return getInt(1096);
}

export function setZeroEnd(value: i32): void {
  setInt(1096, value);
}

export function minusFirst(): i32 {
  return getInt(1100);
}

export function setMinusFirst(value: i32): void {
  setInt(1100, value);
}

export function minusEnd(): i32 {
  return getInt(1104);
}

export function setMinusEnd(value: i32): void {
  setInt(1104, value);
}

export function freeFirst(): i32 {
  return getInt(1108);
}

export function setFreeFirst(value: i32): void {
  setInt(1108, value);
}

export function freeEnd(): i32 {
  return getInt(1112);
}

export function setFreeEnd(value: i32): void {
  setInt(1112, value);
}

export function realsAt(): i32 {
  return getInt(1116);
}

export function setRealsAt(value: i32): void {
  setInt(1116, value);
}

export function amountsAt(): i32 {
  return getInt(1120);
}

export function setAmountsAt(value: i32): void {
  setInt(1120, value);
}

export function startsAt(): i32 {
  return getInt(1124);
}

export function setStartsAt(value: i32): void {
  setInt(1124, value);
}

export function kmAt(): i32 {
  return getInt(1128);
}

export function setKmAt(value: i32): void {
  setInt(1128, value);
}

export function highestRateAt(): i32 {
  return getInt(1132);
}

export function setHighestRateAt(value: i32): void {
  setInt(1132, value);
}

export function monthStartsAt(): i32 {
  return getInt(1136);
}

export function setMonthStartsAt(value: i32): void {
  setInt(1136, value);
}

export function imposedHappenedAt(): i32 {
  return getInt(1140);
}

export function setImposedHappenedAt(value: i32): void {
  setInt(1140, value);
}

export function imposedTrustAt(): i32 {
  return getInt(1144);
}

export function setImposedTrustAt(value: i32): void {
  setInt(1144, value);
}

export function now(): i32 {
  return getInt(1148);
}

export function setNow(value: i32): void {
  setInt(1148, value);
}

export function touched(): i32 {
  return getInt(1152);
}

export function setTouched(value: i32): void {
  setInt(1152, value);
}

export function events(): i32 {
  return getInt(1156);
}

export function setEvents(value: i32): void {
  setInt(1156, value);
}

export function farAt(): i32 {
  return getInt(1160);
}

export function setFarAt(value: i32): void {
  setInt(1160, value);
}

export function farSize(): i32 {
  return getInt(1164);
}

export function setFarSize(value: i32): void {
  setInt(1164, value);
}

export function farCapacity(): i32 {
  return getInt(1168);
}

export function setFarCapacity(value: i32): void {
  setInt(1168, value);
}

export function nearAt(): i32 {
  return getInt(1172);
}

export function setNearAt(value: i32): void {
  setInt(1172, value);
}

export function nearSize(): i32 {
  return getInt(1176);
}

export function setNearSize(value: i32): void {
  setInt(1176, value);
}

export function nearCapacity(): i32 {
  return getInt(1180);
}

export function setNearCapacity(value: i32): void {
  setInt(1180, value);
}

export function arenaTop(): i32 {
  return getInt(1184);
}

export function setArenaTop(value: i32): void {
  setInt(1184, value);
}

export function endedInstance(): i32 {
  return getInt(1188);
}

export function setEndedInstance(value: i32): void {
  setInt(1188, value);
}

export function stamp(): i32 {
  return getInt(1192);
}

export function setStamp(value: i32): void {
  setInt(1192, value);
}

export function candidateCount(): i32 {
  return getInt(1196);
}

export function setCandidateCount(value: i32): void {
  setInt(1196, value);
}

export function stampedCount(): i32 {
  return getInt(1200);
}

export function setStampedCount(value: i32): void {
  setInt(1200, value);
}

export function usableCount(): i32 {
  return getInt(1204);
}

export function setUsableCount(value: i32): void {
  setInt(1204, value);
}

export function outTicks(): i32 {
  return getInt(1208);
}

export function setOutTicks(value: i32): void {
  setInt(1208, value);
}

export function firstRecall(): i32 {
  return getInt(1212);
}

export function setFirstRecall(value: i32): void {
  setInt(1212, value);
}

export function lastRecall(): i32 {
  return getInt(1216);
}

export function setLastRecall(value: i32): void {
  setInt(1216, value);
}

export function firstEntry(): i32 {
  return getInt(1220);
}

export function setFirstEntry(value: i32): void {
  setInt(1220, value);
}

export function lastEntry(): i32 {
  return getInt(1224);
}

export function setLastEntry(value: i32): void {
  setInt(1224, value);
}

export function firstHappened(): i32 {
  return getInt(1228);
}

export function setFirstHappened(value: i32): void {
  setInt(1228, value);
}

export function lastHappened(): i32 {
  return getInt(1232);
}

export function setLastHappened(value: i32): void {
  setInt(1232, value);
}

export function firstMoved(): i32 {
  return getInt(1236);
}

export function setFirstMoved(value: i32): void {
  setInt(1236, value);
}

export function lastMoved(): i32 {
  return getInt(1240);
}

export function setLastMoved(value: i32): void {
  setInt(1240, value);
}

/** Lanes of names, each used within one function and what it calls. */
export function lane(index: i32): i32 {
  return getInt(1244 + (index << 2));
}

export function setLane(index: i32, value: i32): void {
  setInt(1244 + (index << 2), value);
}

export function countOrganisations(): i32 {
  return getInt(1308);
}

export function countOrganisationWords(): i32 {
  return getInt(1312);
}

export function countParties(): i32 {
  return getInt(1316);
}

export function countDeciders(): i32 {
  return getInt(1320);
}

export function countCapabilities(): i32 {
  return getInt(1324);
}

export function countHoldings(): i32 {
  return getInt(1328);
}

export function countPlaces(): i32 {
  return getInt(1332);
}

export function countSituations(): i32 {
  return getInt(1336);
}

export function countAuthorities(): i32 {
  return getInt(1340);
}

export function countMechanisms(): i32 {
  return getInt(1344);
}

export function countMissions(): i32 {
  return getInt(1348);
}

export function countStreams(): i32 {
  return getInt(1352);
}

export function countTrust(): i32 {
  return getInt(1356);
}

export function countLevers(): i32 {
  return getInt(1360);
}

export function countLeverWords(): i32 {
  return getInt(1364);
}

export function countFacts(): i32 {
  return getInt(1368);
}

export function countKnows(): i32 {
  return getInt(1372);
}
