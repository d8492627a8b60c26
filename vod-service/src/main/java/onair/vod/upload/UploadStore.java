package onair.vod.upload;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import onair.common.metadata.MetadataColumn;
import onair.common.paging.PageRequest;
import onair.vod.storage.MultipartUploads.Part;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Uploads in the database; every method belongs to the caller's transaction, if there is one. */
final class UploadStore {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Part>> PARTS = new TypeReference<>() {};

  private final JdbcClient jdbc;

  UploadStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Upload upload) {
    jdbc.sql(
            """
            insert into upload (id, organization_id, asset_id, version, file_name, content_type,
                metadata, size_bytes, part_size_bytes, multipart_id, agreed, wish, status, reason, closed,
                expires_at, created_at, updated_at)
            values (:id, :organization, :asset, :version, :file, :type, :metadata::jsonb, :size, :part, :multipart,
                :agreed::jsonb, :wish, :status, :reason, :closed, :expires, :created, :updated)
            """)
        .param("id", upload.id().value())
        .param("organization", upload.organizationId())
        .param("asset", upload.assetId())
        .param("version", upload.version())
        .param("file", upload.fileName())
        .param("type", upload.contentType())
        .param("metadata", MetadataColumn.write(upload.metadata()))
        .param("size", upload.plan().sizeBytes())
        .param("part", upload.plan().partSizeBytes())
        .param("multipart", upload.multipartId())
        .param("agreed", JSON.writeValueAsString(upload.agreed()))
        .param("wish", word(upload.wish()))
        .param("status", upload.status().word())
        .param("reason", upload.reason())
        .param("closed", upload.closed())
        .param("expires", upload.expiresAt().atOffset(ZoneOffset.UTC))
        .param("created", upload.createdAt().atOffset(ZoneOffset.UTC))
        .param("updated", upload.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  void update(Upload upload) {
    jdbc.sql(
            """
            update upload set version = :version, agreed = :agreed::jsonb, wish = :wish, status = :status,
                reason = :reason, closed = :closed, updated_at = :updated
            where id = :id
            """)
        .param("id", upload.id().value())
        .param("version", upload.version())
        .param("agreed", JSON.writeValueAsString(upload.agreed()))
        .param("wish", word(upload.wish()))
        .param("status", upload.status().word())
        .param("reason", upload.reason())
        .param("closed", upload.closed())
        .param("updated", upload.updatedAt().atOffset(ZoneOffset.UTC))
        .update();
  }

  /** An upload of that organization; anybody else's is empty. */
  Optional<Upload> find(String organizationId, UploadId id) {
    return jdbc.sql("select * from upload where id = :id and organization_id = :organization")
        .param("id", id.value())
        .param("organization", organizationId)
        .query(UploadStore::upload)
        .optional();
  }

  /** Like {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Upload> lock(String organizationId, UploadId id) {
    return jdbc.sql(
            "select * from upload where id = :id and organization_id = :organization for update")
        .param("id", id.value())
        .param("organization", organizationId)
        .query(UploadStore::upload)
        .optional();
  }

  /** An upload, whoever it belongs to; for the reconciler. */
  Optional<Upload> find(UploadId id) {
    return jdbc.sql("select * from upload where id = :id")
        .param("id", id.value())
        .query(UploadStore::upload)
        .optional();
  }

  /** Like {@link #find(UploadId)}, and nobody else changes it until the transaction ends. */
  Optional<Upload> lock(UploadId id) {
    return jdbc.sql("select * from upload where id = :id for update")
        .param("id", id.value())
        .query(UploadStore::upload)
        .optional();
  }

  /** Newest first, so that what is added meanwhile does not move what follows. */
  List<Upload> list(String organizationId, UploadFilter filter, PageRequest page) {
    UploadStatus status = filter.status();
    return jdbc.sql(
            """
            select * from upload
            where organization_id = :organization
              and (:status::text is null or status = :status)
              and metadata @> :metadata::jsonb
              and (:after::text is null or id < :after)
            order by id desc
            limit :limit
            """)
        .param("organization", organizationId)
        .param("status", status == null ? null : status.word())
        .param("metadata", MetadataColumn.write(filter.metadata()))
        .param("after", page.after())
        .param("limit", page.fetchSize())
        .query(UploadStore::upload)
        .list();
  }

  /** Whether an upload still needs what S3 keeps under that id. */
  boolean needs(String uploadId, String multipartId) {
    return jdbc.sql(
                """
            select count(*) from upload
            where id = :id and multipart_id = :multipart and not closed
            """)
            .param("id", uploadId)
            .param("multipart", multipartId)
            .query(Long.class)
            .single()
        > 0;
  }

  private static String word(Upload.Wish wish) {
    return wish.name().toLowerCase(Locale.ROOT);
  }

  private static Upload upload(ResultSet row, int number) throws SQLException {
    return new Upload(
        new UploadId(row.getString("id")),
        row.getString("organization_id"),
        row.getString("asset_id"),
        row.getLong("version"),
        row.getString("file_name"),
        row.getString("content_type"),
        MetadataColumn.read(row),
        new PartPlan(row.getLong("size_bytes"), row.getLong("part_size_bytes")),
        row.getString("multipart_id"),
        JSON.readValue(row.getString("agreed"), PARTS),
        Upload.Wish.valueOf(row.getString("wish").toUpperCase(Locale.ROOT)),
        UploadStatus.of(row.getString("status")),
        row.getString("reason"),
        row.getBoolean("closed"),
        row.getTimestamp("expires_at").toInstant(),
        row.getTimestamp("created_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }
}
