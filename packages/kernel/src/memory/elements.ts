// Made from `engine/layout.ts` by `npm run fix`; edit that table, not this file.
import { type f64, getInt, getReal, type i32, setInt, setReal } from "../engine/primitive.ts";

export function bound(at: i32): f64 {
  return getReal(getInt(2212) + (at << 3));
}

export function setBound(at: i32, value: f64): void {
  setReal(getInt(2212) + (at << 3), value);
}

export function boundHead(at: i32): i32 {
  return getInt(getInt(2216) + (at << 2));
}

export function setBoundHead(at: i32, value: i32): void {
  setInt(getInt(2216) + (at << 2), value);
}

export function poolHead(at: i32): i32 {
  return getInt(getInt(2220) + (at << 2));
}

export function setPoolHead(at: i32, value: i32): void {
  setInt(getInt(2220) + (at << 2), value);
}

export function poolTail(at: i32): i32 {
  return getInt(getInt(2224) + (at << 2));
}

export function setPoolTail(at: i32, value: i32): void {
  setInt(getInt(2224) + (at << 2), value);
}

export function serveEvent(at: i32): i32 {
  return getInt(getInt(2228) + (at << 2));
}

export function setServeEvent(at: i32, value: i32): void {
  setInt(getInt(2228) + (at << 2), value);
}

export function deciderFree(at: i32): i32 {
  return getInt(getInt(2232) + (at << 2));
}

export function setDeciderFree(at: i32, value: i32): void {
  setInt(getInt(2232) + (at << 2), value);
}

export function situationUntil(at: i32): i32 {
  return getInt(getInt(2236) + (at << 2));
}

export function setSituationUntil(at: i32, value: i32): void {
  setInt(getInt(2236) + (at << 2), value);
}

export function situationFinding(at: i32): i32 {
  return getInt(getInt(2240) + (at << 2));
}

export function setSituationFinding(at: i32, value: i32): void {
  setInt(getInt(2240) + (at << 2), value);
}

export function situationTries(at: i32): i32 {
  return getInt(getInt(2244) + (at << 2));
}

export function setSituationTries(at: i32, value: i32): void {
  setInt(getInt(2244) + (at << 2), value);
}

export function permitUntil(at: i32): i32 {
  return getInt(getInt(2248) + (at << 2));
}

export function setPermitUntil(at: i32, value: i32): void {
  setInt(getInt(2248) + (at << 2), value);
}

export function permitPending(at: i32): i32 {
  return getInt(getInt(2252) + (at << 2));
}

export function setPermitPending(at: i32, value: i32): void {
  setInt(getInt(2252) + (at << 2), value);
}

export function permitTries(at: i32): i32 {
  return getInt(getInt(2256) + (at << 2));
}

export function setPermitTries(at: i32, value: i32): void {
  setInt(getInt(2256) + (at << 2), value);
}

export function streamNext(at: i32): i32 {
  return getInt(getInt(2260) + (at << 2));
}

export function setStreamNext(at: i32, value: i32): void {
  setInt(getInt(2260) + (at << 2), value);
}

export function streamTick(at: i32): i32 {
  return getInt(getInt(2264) + (at << 2));
}

export function setStreamTick(at: i32, value: i32): void {
  setInt(getInt(2264) + (at << 2), value);
}

export function streamImposed(at: i32): i32 {
  return getInt(getInt(2268) + (at << 2));
}

export function setStreamImposed(at: i32, value: i32): void {
  setInt(getInt(2268) + (at << 2), value);
}

export function burstNext(at: i32): i32 {
  return getInt(getInt(2272) + (at << 2));
}

export function setBurstNext(at: i32, value: i32): void {
  setInt(getInt(2272) + (at << 2), value);
}

export function burstStart(at: i32): i32 {
  return getInt(getInt(2276) + (at << 2));
}

export function setBurstStart(at: i32, value: i32): void {
  setInt(getInt(2276) + (at << 2), value);
}

export function burstEnd(at: i32): i32 {
  return getInt(getInt(2280) + (at << 2));
}

export function setBurstEnd(at: i32, value: i32): void {
  setInt(getInt(2280) + (at << 2), value);
}

export function trustTick(at: i32): i32 {
  return getInt(getInt(2284) + (at << 2));
}

export function setTrustTick(at: i32, value: i32): void {
  setInt(getInt(2284) + (at << 2), value);
}

export function trustLast(at: i32): f64 {
  return getReal(getInt(2288) + (at << 3));
}

export function setTrustLast(at: i32, value: f64): void {
  setReal(getInt(2288) + (at << 3), value);
}

export function closingHead(at: i32): i32 {
  return getInt(getInt(2292) + (at << 2));
}

export function setClosingHead(at: i32, value: i32): void {
  setInt(getInt(2292) + (at << 2), value);
}

export function closingTail(at: i32): i32 {
  return getInt(getInt(2296) + (at << 2));
}

export function setClosingTail(at: i32, value: i32): void {
  setInt(getInt(2296) + (at << 2), value);
}

export function instanceFree(at: i32): i32 {
  return getInt(getInt(2300) + (at << 2));
}

export function setInstanceFree(at: i32, value: i32): void {
  setInt(getInt(2300) + (at << 2), value);
}

export function deskOf(at: i32): i32 {
  return getInt(getInt(2304) + (at << 2));
}

export function setDeskOf(at: i32, value: i32): void {
  setInt(getInt(2304) + (at << 2), value);
}

export function candidateStamp(at: i32): i32 {
  return getInt(getInt(2308) + (at << 2));
}

export function setCandidateStamp(at: i32, value: i32): void {
  setInt(getInt(2308) + (at << 2), value);
}

export function candidateExpected(at: i32): i32 {
  return getInt(getInt(2312) + (at << 2));
}

export function setCandidateExpected(at: i32, value: i32): void {
  setInt(getInt(2312) + (at << 2), value);
}

export function stamped(at: i32): i32 {
  return getInt(getInt(2316) + (at << 2));
}

export function setStamped(at: i32, value: i32): void {
  setInt(getInt(2316) + (at << 2), value);
}

export function mayActStamp(at: i32): i32 {
  return getInt(getInt(2320) + (at << 2));
}

export function setMayActStamp(at: i32, value: i32): void {
  setInt(getInt(2320) + (at << 2), value);
}

export function mayActValue(at: i32): i32 {
  return getInt(getInt(2324) + (at << 2));
}

export function setMayActValue(at: i32, value: i32): void {
  setInt(getInt(2324) + (at << 2), value);
}

export function candidateOrganisation(at: i32): i32 {
  return getInt(getInt(2328) + (at << 2));
}

export function setCandidateOrganisation(at: i32, value: i32): void {
  setInt(getInt(2328) + (at << 2), value);
}

export function candidateAlternative(at: i32): i32 {
  return getInt(getInt(2332) + (at << 2));
}

export function setCandidateAlternative(at: i32, value: i32): void {
  setInt(getInt(2332) + (at << 2), value);
}

export function candidateRank(at: i32): i32 {
  return getInt(getInt(2336) + (at << 2));
}

export function setCandidateRank(at: i32, value: i32): void {
  setInt(getInt(2336) + (at << 2), value);
}

export function candidateTicks(at: i32): i32 {
  return getInt(getInt(2340) + (at << 2));
}

export function setCandidateTicks(at: i32, value: i32): void {
  setInt(getInt(2340) + (at << 2), value);
}

export function usable(at: i32): i32 {
  return getInt(getInt(2344) + (at << 2));
}

export function setUsable(at: i32, value: i32): void {
  setInt(getInt(2344) + (at << 2), value);
}

export function usableTravel(at: i32): i32 {
  return getInt(getInt(2348) + (at << 2));
}

export function setUsableTravel(at: i32, value: i32): void {
  setInt(getInt(2348) + (at << 2), value);
}

export function orgWords(at: i32): i32 {
  return getInt(getInt(2352) + (at << 2));
}

export function setOrgWords(at: i32, value: i32): void {
  setInt(getInt(2352) + (at << 2), value);
}

export function weight(at: i32): f64 {
  return getReal(getInt(2356) + (at << 3));
}

export function setWeight(at: i32, value: f64): void {
  setReal(getInt(2356) + (at << 3), value);
}
