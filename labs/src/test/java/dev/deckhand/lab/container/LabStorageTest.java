package dev.deckhand.lab.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.deckhand.lab.LabFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LabStorageTest {

  private static final long GIB = 1L << 30;

  private static ObjectNode machine(long memory) {
    return JsonNodeFactory.instance.objectNode().put("MemTotal", memory);
  }

  @ParameterizedTest
  @CsvSource({"4, 0", "6, 0", "8, 2", "16, 4", "64, 6"})
  void aMachineWithEnoughMemoryGivesAQuarterOfIt(long memory, long storage) {
    assertThat(LabStorage.of(machine(memory * GIB), "")).isEqualTo(new LabStorage(storage * GIB));
  }

  @Test
  void theSettingDecides() {
    assertThat(LabStorage.of(machine(64 * GIB), " disk ")).isEqualTo(LabStorage.DISK);
    assertThat(LabStorage.of(machine(2 * GIB), "1500M")).isEqualTo(new LabStorage(1500L << 20));
    assertThat(LabStorage.of(machine(2 * GIB), "3g").mounts("/data"))
        .containsOnlyKeys("/data")
        .containsEntry("/data", "rw,exec,suid,dev,mode=0711,size=" + 3 * GIB);
    assertThat(LabStorage.DISK.mounts("/data")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"memory", "4", "-1g", "1.5g", "disk,4g", "9999999g"})
  void aSettingThatCannotBeReadIsNamed(String setting) {
    assertThatThrownBy(() -> LabStorage.of(machine(GIB), setting))
        .isInstanceOfSatisfying(
            LabFault.class,
            fault -> {
              assertThat(fault.problem()).contains("DECKHAND_STORAGE");
              assertThat(fault.remedy()).contains("disk");
            });
  }
}
