/** Uploads, downloads, and deletes files, and decides how a file is best sent. */
export {
	planMedia as plan,
	type FileFacts,
	type Plan,
	type PlanOptions,
	type IfRejected,
} from './plan';
export { uploadMedia as upload, type Upload } from './upload';
export {
	deleteMedia as delete,
	downloadMedia as download,
	getMedia as get,
	type DownloadedMedia,
	type MediaInfo,
} from './file';
export { resumableUpload, type UploadFile } from './resumableUpload';
export type { MediaType } from './mediaTypes';
export type { FileContent } from './streamedFile';
