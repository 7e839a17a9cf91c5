/** A file that a form brought, or why there is none. */
export type Upload = { ok: true; name: string; bytes: Uint8Array } | { ok: false; problem: "no_file" | "too_large" | "unreadable" };

/** What a form may hold beside its file: boundaries, headers and short fields, bytes. */
const FORM_OVERHEAD = 10_000;

/**
 * Reads the file of a multipart form, by the parser that Node's own fetch brings: it reads names as browsers write them.
 * The parser that Remix brings cuts a file's name at ";" and "=" and refuses the form.
 * @param limit largest file, bytes; a body that is larger with all its parts is not read to its end
 */
export async function readUpload(request: Request, field: string, limit: number): Promise<Upload> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^multipart\/form-data\b/i.test(type)) return { ok: false, problem: "no_file" };
  if (Number(request.headers.get("content-length") ?? 0) > limit + FORM_OVERHEAD) return { ok: false, problem: "too_large" };
  let file: FormDataEntryValue | null;
  try {
    const body = await readBody(request, limit + FORM_OVERHEAD);
    if (body === null) return { ok: false, problem: "too_large" };
    file = (await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData()).get(field);
  } catch {
    return { ok: false, problem: "unreadable" };
  }
  // A form whose file was not chosen brings a file without name and content.
  if (!(file instanceof File) || (file.name === "" && file.size === 0)) return { ok: false, problem: "no_file" };
  if (file.size > limit) return { ok: false, problem: "too_large" };
  return { ok: true, name: file.name.replace(/\p{Cc}+/gu, " ").trim(), bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** @returns null past `limit` bytes; the stream is not cancelled, which would end the connection before the answer */
async function readBody(request: Request, limit: number): Promise<Buffer | null> {
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  for (let size = 0; ; ) {
    const next = await reader?.read();
    if (!next || next.done) return Buffer.concat(chunks);
    size += next.value.byteLength;
    if (size > limit) return null;
    chunks.push(next.value);
  }
}
