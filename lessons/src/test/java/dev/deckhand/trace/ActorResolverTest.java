package dev.deckhand.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.deckhand.trace.Actor.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorResolverTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          system:serviceaccount:kube-system:deployment-controller, x/1, CONTROLLER, deployment controller
          system:serviceaccount:kube-system:replicaset-controller, x/1, CONTROLLER, ReplicaSet controller
          system:serviceaccount:kube-system:some-new-controller, x/1, CONTROLLER, some new controller
          system:kube-controller-manager, kube-controller-manager/v1 (l) kubernetes/a/job-controller, CONTROLLER, Job controller
          system:kube-controller-manager, kube-controller-manager/v1, CONTROLLER, controller manager
          system:kube-scheduler, x/1, SCHEDULER, scheduler
          system:node:deckhand, k3s/v1.33, KUBELET, kubelet
          system:admin, kubectl/v1.33 (linux/amd64), LEARNER, kubectl
          system:admin, Helm/3.18, LEARNER, helm
          system:admin, k3s/v1.33 (linux/amd64), CONTROLLER, k3s
          jane, kubectl/v1.33, LEARNER, kubectl as jane
          system:anonymous, curl/8, LEARNER, curl as system:anonymous
          system:serviceaccount:shop:robot, curl/8, PROGRAM, shop:robot
          """)
  void saysWhoItIs(String user, String agent, Role role, String name) {
    assertThat(ActorResolver.resolve(user, agent)).isEqualTo(new Actor(role, name));
  }
}
