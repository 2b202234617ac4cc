/** A file of a multipart request; `id` is the n of its `files[n]` (reference, "Uploading Files"). */
export type UploadedFile = { id: string; name: string; type: string; bytes: Buffer };
