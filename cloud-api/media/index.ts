/** Files: how one is best sent, and its way to Meta and back. */
export { planMedia, type FileFacts, type Plan, type PlanOptions, type WhenRefused } from './plan';
export { uploadMedia, type Upload } from './upload';
export { deleteMedia, downloadMedia, getMedia, type DownloadedMedia, type MediaInfo } from './file';
export { resumableUpload, type UploadFile } from './resumableUpload';
export type { MediaKind } from './kinds';
export type { FileContent } from './streamedFile';
