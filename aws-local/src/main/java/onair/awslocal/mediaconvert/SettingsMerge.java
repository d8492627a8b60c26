package onair.awslocal.mediaconvert;

import java.util.List;
import onair.awslocal.resource.Scope;
import onair.awslocal.resource.Shapes;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.mediaconvert.model.Input;
import software.amazon.awssdk.services.mediaconvert.model.JobSettings;
import software.amazon.awssdk.services.mediaconvert.model.JobTemplate;
import software.amazon.awssdk.services.mediaconvert.model.Output;

/**
 * Puts a job's settings together out of a template, the presets its outputs name, and what the
 * request says itself, which wins.
 */
final class SettingsMerge {

  private final MediaConvertState state;
  private final Scope scope;

  SettingsMerge(MediaConvertState state, Scope scope) {
    this.state = state;
    this.scope = scope;
  }

  /** 404 when a preset does not exist. */
  JobSettings merge(@Nullable JobTemplate template, JobSettings own) {
    JobSettings.Builder merged = JobSettings.builder();
    if (template != null && template.settings() != null) {
      Shapes.fill(merged, template.settings());
    }
    List<Input> defaults = merged.build().inputs();
    Shapes.fill(merged, own);
    JobSettings all = merged.build();
    List<Input> inputs =
        own.inputs().stream()
            .map(input -> defaults.isEmpty() ? input : over(defaults.getFirst(), input))
            .toList();
    return all.toBuilder()
        .inputs(inputs.isEmpty() ? all.inputs() : inputs)
        .outputGroups(
            all.outputGroups().stream()
                .map(
                    group ->
                        group.toBuilder()
                            .outputs(group.outputs().stream().map(this::preset).toList())
                            .build())
                .toList())
        .build();
  }

  private static Input over(Input defaults, Input own) {
    return Shapes.fill(defaults.toBuilder(), own).build();
  }

  private Output preset(Output own) {
    if (own.preset() == null || own.preset().isEmpty()) {
      return own;
    }
    PresetRow preset = state.presets().get(scope, nameOf(own.preset()));
    Output.Builder merged = Output.builder();
    if (preset.resource().settings() != null) {
      Shapes.fill(merged, preset.resource().settings());
    }
    return Shapes.fill(merged, own).build();
  }

  /** Resources are named by their ARN as well as by their name. */
  static String nameOf(String nameOrArn) {
    return nameOrArn.startsWith("arn:")
        ? nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1)
        : nameOrArn;
  }
}
