package onair.channel.operation;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import onair.common.problem.Problem;
import onair.common.security.Caller;
import onair.common.security.RequiresScope;
import onair.common.version.Unversioned;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what came of an accepted request. */
@RestController
@RequestMapping("/v1/operations")
@Tag(name = "operations", description = "What came of an accepted request")
public class OperationController {

  private final OperationStore operations;

  public OperationController(OperationStore operations) {
    this.operations = operations;
  }

  @GetMapping("/{id}")
  @RequiresScope("channels:read")
  @Operation(
      operationId = "getOperation",
      summary = "Get an operation",
      description =
          "Its steps, the AWS resource of each, and times. Stays readable after what it is about"
              + " is gone.")
  @Unversioned("nobody changes an operation; it goes on by itself")
  OperationResponse get(@PathVariable String id, Caller caller) {
    return operations
        .find(caller.organizationId(), id)
        .map(OperationResponse::of)
        .orElseThrow(
            () ->
                Problem.of(404, "operation_not_found", "There is no such operation")
                    .detail("You have no operation " + id + "."));
  }
}
