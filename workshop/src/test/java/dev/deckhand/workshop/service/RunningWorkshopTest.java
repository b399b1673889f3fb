package dev.deckhand.workshop.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.deckhand.lesson.CourseCard;
import dev.deckhand.lesson.pack.PackLibrary;
import dev.deckhand.workshop.room.InstructorCommand;
import dev.deckhand.workshop.room.LearnerCommand;
import dev.deckhand.workshop.room.Refusal;
import dev.deckhand.workshop.room.Refusal.Reason;
import dev.deckhand.workshop.room.Seat;
import dev.deckhand.workshop.room.SeatId;
import dev.deckhand.workshop.room.Workshop.Ticket;
import dev.deckhand.workshop.store.WorkshopStore;
import dev.deckhand.workshop.store.WorkshopStore.StoredWorkshop;
import dev.deckhand.workshop.store.WorkshopStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workshop with a real database, and seats that nobody opens. */
class RunningWorkshopTest {

  private static final PackLibrary LIBRARY = PackLibrary.builtIn();
  private static final CourseCard COURSE =
      LIBRARY.courses().stream()
          .filter(card -> card.id().equals("kubernetes"))
          .findFirst()
          .orElseThrow();

  @TempDir Path folder;
  private WorkshopStore store;
  private RunningWorkshop workshop;

  @BeforeEach
  void open() throws Exception {
    store = WorkshopStores.open("", folder, Map.of());
    store.create(new StoredWorkshop("class", "kubernetes", 2, "abcd-2345", Instant.EPOCH));
    workshop = start();
  }

  private RunningWorkshop start() throws Exception {
    return new RunningWorkshop(
        store,
        store.workshop("class").orElseThrow(),
        new LessonOffer(COURSE, false, false),
        (_, _) -> {
          throw new IllegalStateException("no seat is opened in this test");
        },
        ClassLabs.NONE,
        Clock.systemUTC(),
        RandomGenerator.getDefault());
  }

  @AfterEach
  void close() {
    workshop.close();
    store.close();
  }

  private Ticket join(String name) throws Refusal {
    return workshop.join("ABCD 2345", name, "", "10.0.0.1");
  }

  private static void refused(Reason reason, Callable<?> call) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(call::call)
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
  }

  @Test
  void whoHasTheCodeGetsASeatAndATokenThatOpensIt() throws Exception {
    Ticket ticket = join("Ann");
    assertThat(workshop.seat(ticket.token())).contains(ticket.seat());
    assertThat(workshop.seat("")).isEmpty();
    assertThat(workshop.seat(ticket.returnKey())).isEmpty();
    assertThat(workshop.isInstructor(ticket.token())).isFalse();
    refused(Reason.WRONG_CODE, () -> workshop.join("abcd-2346", "Ben", "", "10.0.0.1"));
  }

  @Test
  void aNameIsOnesOwnAndOpensWithItsReturnKeyAlone() throws Exception {
    Ticket ann = join("Ann");
    Ticket ben = join("Ben");
    refused(Reason.NAME_TAKEN, () -> join("ann"));
    refused(
        Reason.NAME_TAKEN, () -> workshop.join("abcd-2345", "Ann", ben.returnKey(), "10.0.0.1"));
    Ticket again =
        workshop.join(
            "abcd-2345", "Ann", " " + ann.returnKey().toUpperCase(Locale.ROOT) + " ", "10.0.0.2");
    assertThat(again.seat()).isEqualTo(ann.seat());
    assertThat(workshop.seat(again.token())).contains(ann.seat());
    assertThat(workshop.seat(ann.token())).contains(ann.seat());
  }

  @Test
  void nothingIsOpenedForWhoHasLeftOrWaits() throws Exception {
    Ticket ann = join("Ann");
    join("Ben");
    Ticket cleo = join("Cleo");
    assertThat(workshop.namespace(cleo.seat())).isEmpty();
    workshop.handle(ann.seat(), new LearnerCommand.Leave());
    assertThat(workshop.namespace(ann.seat())).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> workshop.namespace(cleo.seat()));
  }

  @Test
  void guessedCodesAreBounded() throws Exception {
    for (int i = 0; i < 60; i++) {
      String wrong = "wrong" + i;
      refused(Reason.WRONG_CODE, () -> workshop.join(wrong, "Eve", "", "10.0.0.9"));
    }
    refused(Reason.TOO_MANY_TRIES, () -> workshop.join("abcd-2345", "Eve", "", "10.0.0.9"));
    assertThat(join("Ann").seat()).isNotNull();
  }

  @Test
  void whoComesLaterWaitsAndIsAdmittedInOrder() throws Exception {
    Ticket ann = join("Ann");
    join("Ben");
    Ticket cleo = join("Cleo");
    Ticket dan = join("Dan");
    assertThat(workshop.room().placeInQueue(cleo.seat())).hasValue(1);
    assertThat(workshop.room().placeInQueue(dan.seat())).hasValue(2);
    refused(Reason.NOT_ALLOWED, () -> workshop.terminal(cleo.seat()));
    workshop.handle(ann.seat(), new LearnerCommand.Leave());
    assertThat(workshop.room().placeInQueue(cleo.seat())).isEmpty();
    assertThat(workshop.room().present()).extracting(Seat::name).containsExactly("Ben", "Cleo");
    assertThat(workshop.room().placeInQueue(dan.seat())).hasValue(1);
    assertThat(workshop.seat(ann.token())).isEmpty();
    assertThat(join("Ann").seat()).isNotEqualTo(ann.seat());
  }

  @Test
  void theInstructorsLinkWorksOnceHoweverManyOpenIt() throws Exception {
    String key = workshop.newInstructorKey();
    int winners = 0;
    String token = "";
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<String> redeem = () -> workshop.redeemInstructorKey(key, "10.0.0.1");
      for (Future<String> one : many.invokeAll(List.of(redeem, redeem, redeem, redeem))) {
        if (one.state() == Future.State.SUCCESS) {
          winners++;
          token = one.resultNow();
        }
      }
    }
    assertThat(winners).isEqualTo(1);
    assertThat(workshop.isInstructor(token)).isTrue();
    assertThat(workshop.isInstructor(key)).isFalse();
    assertThat(workshop.seat(token)).isEmpty();
  }

  @Test
  void aLearnersTokenIsNoInstructorsKey() throws Exception {
    Ticket ann = join("Ann");
    refused(Reason.WRONG_CODE, () -> workshop.redeemInstructorKey(ann.token(), "10.0.0.1"));
    assertThat(workshop.seat(ann.token())).contains(ann.seat());
  }

  @Test
  void handsMessagesHoldsAndTimersAreInTheRoomAndOutliveTheServer() throws Exception {
    Ticket ann = join("Ann");
    workshop.handle(ann.seat(), new LearnerCommand.RaiseHand());
    workshop.handle(new InstructorCommand.Broadcast("Break until ten"));
    workshop.handle(new InstructorCommand.Hold(2));
    workshop.handle(new InstructorCommand.StartTimer(Duration.ofMinutes(5)));
    workshop.handle(new InstructorCommand.PushHint(Optional.of(ann.seat()), "Look at the label"));
    var before = workshop.room();
    assertThat(hands()).containsExactly(ann.seat());
    assertThat(before.heldAt()).hasValue(2);
    assertThat(before.timer()).isPresent();
    assertThat(before.announcements()).hasSize(2);
    workshop.close();
    workshop = start();
    assertThat(workshop.room()).isEqualTo(before);
    assertThat(workshop.seat(ann.token())).contains(ann.seat());
    workshop.handle(new InstructorCommand.LowerHand(ann.seat()));
    workshop.handle(new InstructorCommand.Release());
    assertThat(workshop.room().heldAt()).isEmpty();
    assertThat(hands()).isEmpty();
  }

  private List<SeatId> hands() {
    return workshop.room().present().stream()
        .filter(seat -> seat.handSince().isPresent())
        .map(Seat::id)
        .toList();
  }

  @Test
  void whatMakesNoSenseIsRefused() throws Exception {
    Ticket ann = join("Ann");
    refused(Reason.NOT_VALID, () -> handle(new InstructorCommand.Hold(99)));
    refused(Reason.NOT_VALID, () -> handle(new InstructorCommand.Broadcast("\033\007")));
    refused(Reason.NOT_VALID, () -> handle(new InstructorCommand.StartTimer(Duration.ofDays(9))));
    workshop.handle(ann.seat(), new LearnerCommand.Leave());
    refused(Reason.NOT_FOUND, () -> handle(new InstructorCommand.RemoveSeat(ann.seat())));
    workshop.handle(new InstructorCommand.CloseWorkshop());
    refused(Reason.CLOSED, () -> join("Late"));
  }

  private boolean handle(InstructorCommand command) throws Refusal {
    workshop.handle(command);
    return true;
  }

  @Test
  void twoHundredJoinAtOnceAndEachGetsAPlace() throws Exception {
    var places = new HashSet<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Ticket>> all =
          IntStream.range(0, 200)
              .<Callable<Ticket>>mapToObj(i -> () -> join("Learner " + i))
              .toList();
      for (Future<Ticket> one : many.invokeAll(all)) {
        places.add(one.get().seat());
      }
    }
    assertThat(places).hasSize(200);
    assertThat(workshop.room().present()).hasSize(2);
    assertThat(workshop.room().queue()).hasSize(198);
  }

  @Test
  void aDatabaseThatIsGoneRefusesAndChangesNothing() throws Exception {
    Ticket ann = join("Ann");
    var before = workshop.room();
    store.close();
    refused(Reason.UNAVAILABLE, () -> join("Ben"));
    refused(Reason.UNAVAILABLE, () -> handle(new InstructorCommand.Broadcast("Hello")));
    assertThat(workshop.room()).isEqualTo(before);
    assertThat(workshop.seat(ann.token())).isEmpty();
  }
}
