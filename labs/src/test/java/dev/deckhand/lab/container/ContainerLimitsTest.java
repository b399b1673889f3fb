package dev.deckhand.lab.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.LabFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerLimitsTest {

  private static final long GIB = 1L << 30;

  private static ObjectNode machine(long memory, int processors) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("MemTotal", memory)
        .put("NCPU", processors)
        .put("MemoryLimit", true)
        .put("CpuCfsQuota", true)
        .put("PidsLimit", true);
  }

  @Test
  void theMachineKeepsAPartForItself() {
    assertThat(ContainerLimits.of(machine(16 * GIB, 8), ""))
        .isEqualTo(new ContainerLimits(12 * GIB, 7, 16384));
    assertThat(ContainerLimits.of(machine(4 * GIB, 2), ""))
        .isEqualTo(new ContainerLimits(3 * GIB, 1.75, 4096));
  }

  @Test
  void aSmallMachineGivesWhatAClusterNeeds() {
    assertThat(ContainerLimits.of(machine(2 * GIB, 1), "").memory()).isEqualTo(2 * GIB);
  }

  @Test
  void theSettingChangesWhatItNames() {
    assertThat(ContainerLimits.of(machine(16 * GIB, 8), "memory=4g, cpus=1.5"))
        .isEqualTo(new ContainerLimits(4 * GIB, 1.5, 16384));
    assertThat(ContainerLimits.of(machine(16 * GIB, 8), "memory=1500m,pids=300"))
        .isEqualTo(new ContainerLimits(1500L << 20, 7, 300));
    assertThat(ContainerLimits.of(machine(16 * GIB, 8), "none"))
        .isEqualTo(new ContainerLimits(0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "memory=4", "cpus=two", "pids=-1", "disk=1g", "memory=4g,"})
  void aSettingThatCannotBeReadIsNamed(String setting) {
    assertThatThrownBy(() -> ContainerLimits.of(machine(16 * GIB, 8), setting))
        .isInstanceOfSatisfying(
            LabFault.class,
            fault -> {
              assertThat(fault.problem()).contains("DECKHAND_LIMITS");
              assertThat(fault.remedy()).contains("memory=4g");
            });
  }

  @Test
  void peopleWhomTheMachineMustNotTrustGetASmallPartOfIt() {
    assertThat(ContainerLimits.of(machine(16 * GIB, 8), "").confined())
        .isEqualTo(new ContainerLimits(3 * GIB, 7, 16384));
    assertThat(ContainerLimits.of(machine(2 * GIB, 8), "").confined().memory()).isEqualTo(2 * GIB);
    assertThat(ContainerLimits.of(machine(16 * GIB, 8), "none").confined().memory())
        .isEqualTo(3 * GIB);
  }

  @Test
  void whatTheEngineCannotLimitIsNotLimited() {
    ObjectNode rootless = machine(16 * GIB, 8).put("CpuCfsQuota", false).put("PidsLimit", false);

    assertThat(ContainerLimits.of(rootless, "pids=300"))
        .isEqualTo(new ContainerLimits(12 * GIB, 0, 0));
    assertThat(ContainerLimits.of(rootless, ""))
        .hasToString("12.9 GB of memory, all processors, any number of processes");
  }
}
