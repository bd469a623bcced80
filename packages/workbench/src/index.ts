export { type FileToWrite, readWhole, writeFiles } from "./exchange/write-files.ts";
export { type FolderLimits, type ReadFolderOptions, readStudyFolder } from "./read-study-folder.ts";
export { WorkbenchError, type WorkbenchErrorCode, workbenchErrorCodes } from "./workbench-error.ts";
export { type WriteOptions, writeAtomically } from "./write-atomically.ts";
