package onair.common.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import onair.common.constraint.Metadata;
import onair.common.constraint.OneOf;
import onair.common.patch.Patch;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as our JSON writes and reads them: named in snake case, {@code @Nullable} as
 * type or null, {@link Patch} as what it holds, {@link OneOf} with its words. The description's
 * library reads models with a JSON library of its own.
 */
final class RecordModels extends ModelResolver {

  /** On a property that a reply may leave out; {@link SchemaDirections} takes it away again. */
  static final String OPTIONAL = "x-optional";

  private static final SnakeCaseStrategy SNAKE = new SnakeCaseStrategy();

  RecordModels(ObjectMapper json, boolean openapi31) {
    super(
        json.copy()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .setAnnotationIntrospector(new LowerCaseEnums()));
    openapi31(openapi31);
  }

  @Override
  @SuppressWarnings("rawtypes") // as the library declares it
  public @Nullable Schema resolve(
      AnnotatedType annotated, ModelConverterContext context, Iterator<ModelConverter> next) {
    JavaType type = _mapper.constructType(annotated.getType());
    if (type.hasRawClass(Patch.class)) {
      return resolve(annotated.type(type.containedType(0)), context, next);
    }
    Schema<?> made = super.resolve(annotated, context, next);
    if (made != null && type.isRecordType()) {
      Schema<?> model = definition(made, context);
      if (model != null && model.getProperties() != null) {
        complete(type.getRawClass(), model);
      }
    }
    return made;
  }

  private static @Nullable Schema<?> definition(Schema<?> made, ModelConverterContext context) {
    String reference = made.get$ref();
    return reference == null
        ? made
        : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
  }

  private void complete(Class<?> type, Schema<?> model) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = name(component);
      Schema<?> property = model.getProperties().get(name);
      if (property != null && !Nullability.isNullable(property)) {
        List<AnnotatedElement> said = said(component);
        if (component.getType() == Patch.class) {
          constrain(property, said);
        }
        model.addProperty(name, completed(component, said, property));
      }
    }
  }

  /** Constraints of what is patched, which the library reads as those of a list's items. */
  private void constrain(Schema<?> property, List<AnnotatedElement> said) {
    if (property.getItems() != null) {
      property.getItems().minLength(null).maxLength(null);
    }
    said.forEach(one -> applyBeanValidatorAnnotations(property, one.getAnnotations(), null, false));
  }

  private static Schema<?> completed(
      RecordComponent component, List<AnnotatedElement> said, Schema<?> property) {
    find(said, OneOf.class).ifPresent(words -> Nullability.words(property, words.value()));
    if (find(said, Metadata.class).isPresent()) {
      property.maxProperties(Metadata.MOST_KEYS);
    }
    Schema<?> whole = mayBeNull(component, said) ? Nullability.orNull(property) : property;
    JsonInclude written = component.getAccessor().getAnnotation(JsonInclude.class);
    if (written != null && written.value() != JsonInclude.Include.ALWAYS) {
      whole.addExtension(OPTIONAL, true);
    }
    return whole;
  }

  private static boolean mayBeNull(RecordComponent component, List<AnnotatedElement> said) {
    return component.getType() == Patch.class
        ? Stream.of(NotNull.class, NotBlank.class, NotEmpty.class)
            .allMatch(one -> find(said, one).isEmpty())
        : component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Where constraints of a component can stand. */
  private static List<AnnotatedElement> said(RecordComponent component) {
    return component.getType() == Patch.class
            && component.getAnnotatedType() instanceof AnnotatedParameterizedType patch
        ? List.of(patch.getAnnotatedActualTypeArguments())
        : List.of(component.getAnnotatedType(), component, field(component));
  }

  private static AnnotatedElement field(RecordComponent component) {
    return Arrays.stream(component.getDeclaringRecord().getDeclaredFields())
        .filter(field -> field.getName().equals(component.getName()))
        .findFirst()
        .orElseThrow();
  }

  private static <A extends Annotation> Optional<A> find(
      List<AnnotatedElement> said, Class<A> wanted) {
    return said.stream().flatMap(one -> Stream.of(one.getAnnotationsByType(wanted))).findFirst();
  }

  private static String name(RecordComponent component) {
    return Optional.ofNullable(component.getAccessor().getAnnotation(JsonProperty.class))
        .map(JsonProperty::value)
        .filter(name -> !name.isEmpty())
        .orElseGet(() -> SNAKE.translate(component.getName()));
  }
}
