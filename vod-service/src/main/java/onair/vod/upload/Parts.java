package onair.vod.upload;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import onair.vod.storage.MultipartUploads;
import onair.vod.upload.UploadResponse.UploadPart;
import org.jspecify.annotations.Nullable;

/** Parts of an upload as a client needs them: where to send each, and which are there. */
final class Parts {

  private final MultipartUploads multipart;
  private final UploadProperties properties;

  Parts(MultipartUploads multipart, UploadProperties properties) {
    this.multipart = multipart;
    this.properties = properties;
  }

  /** Of an upload that was begun just now: none is there. */
  List<UploadPart> fresh(Upload upload) {
    return signed(upload, Map.of());
  }

  /** As S3 has them now; empty once no part is taken any more. */
  List<UploadPart> present(Upload upload) {
    if (upload.wish() != Upload.Wish.OPEN) {
      return List.of();
    }
    var there = new HashMap<Integer, MultipartUploads.Part>();
    multipart
        .parts(upload.key(), upload.multipartId())
        .orElseGet(List::of)
        .forEach(part -> there.put(part.number(), part));
    return signed(upload, there);
  }

  private List<UploadPart> signed(Upload upload, Map<Integer, MultipartUploads.Part> there) {
    return IntStream.rangeClosed(1, upload.plan().count())
        .mapToObj(number -> part(upload, number, there.get(number)))
        .toList();
  }

  private UploadPart part(Upload upload, int number, MultipartUploads.@Nullable Part there) {
    long size = upload.plan().size(number);
    String url =
        multipart
            .sign(upload.key(), upload.multipartId(), number, properties.addressValidity())
            .toString();
    return new UploadPart(
        number,
        size,
        url,
        there != null && there.size() == size,
        there == null ? null : there.etag());
  }
}
