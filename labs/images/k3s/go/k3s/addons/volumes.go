package addons

import (
	"os"
	"path/filepath"
	"strings"

	corev1 "k8s.io/api/core/v1"
	storagev1 "k8s.io/api/storage/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/client-go/kubernetes"
	listers "k8s.io/client-go/listers/core/v1"
	storage "k8s.io/client-go/listers/storage/v1"
	"k8s.io/client-go/tools/record"
)

const (
	provisioner  = "rancher.io/local-path"
	storageRoot  = "/var/lib/rancher/k3s/storage"
	selectedNode = "volume.kubernetes.io/selected-node"
	provisioned  = "pv.kubernetes.io/provisioned-by"
)

// volumes makes a folder on the node for each claim of class local-path, and removes it with its volume.
type volumes struct {
	*cluster
	client  kubernetes.Interface
	claims  listers.PersistentVolumeClaimLister
	volumes listers.PersistentVolumeLister
	classes storage.StorageClassLister
	events  record.EventRecorder
}

func startVolumes(c *cluster) error {
	client := c.as("local-path")
	claims, all := c.watches.Core().V1().PersistentVolumeClaims(), c.watches.Core().V1().PersistentVolumes()
	classes := c.watches.Storage().V1().StorageClasses()
	v := &volumes{c, client, claims.Lister(), all.Lister(), classes.Lister(), recorder(client, "local-path")}
	insist("volumes", v.class)
	loop("volumes", v.bring, claims.Informer(), all.Informer(), classes.Informer())
	return nil
}

// class makes the storage class that a claim gets which names none.
func (v *volumes) class() error {
	late, dropped := storagev1.VolumeBindingWaitForFirstConsumer, corev1.PersistentVolumeReclaimDelete
	_, err := v.client.StorageV1().StorageClasses().Create(background, &storagev1.StorageClass{
		ObjectMeta: metav1.ObjectMeta{Name: "local-path", Annotations: map[string]string{
			"storageclass.kubernetes.io/is-default-class": "true"}},
		Provisioner: provisioner, VolumeBindingMode: &late, ReclaimPolicy: &dropped,
	}, metav1.CreateOptions{})
	if errors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

func (v *volumes) bring() error {
	claims, err := v.claims.List(labels.Everything())
	if err != nil {
		return err
	}
	for _, claim := range claims {
		if err := v.provide(claim); err != nil {
			return err
		}
	}
	existing, err := v.volumes.List(labels.Everything())
	if err != nil {
		return err
	}
	for _, volume := range existing {
		if err := v.drop(volume); err != nil {
			return err
		}
	}
	return nil
}

// provide makes the volume of a claim that waits for one of ours, once it is known where it is needed.
func (v *volumes) provide(claim *corev1.PersistentVolumeClaim) error {
	if claim.Status.Phase != corev1.ClaimPending || claim.Spec.VolumeName != "" || claim.DeletionTimestamp != nil || claim.Spec.StorageClassName == nil {
		return nil
	}
	class, err := v.classes.Get(*claim.Spec.StorageClassName)
	if err != nil || class.Provisioner != provisioner {
		return nil
	}
	node := claim.Annotations[selectedNode]
	if node == "" {
		if class.VolumeBindingMode != nil && *class.VolumeBindingMode == storagev1.VolumeBindingWaitForFirstConsumer {
			return nil
		}
		node = v.NodeName
	}
	for _, mode := range claim.Spec.AccessModes {
		if mode != corev1.ReadWriteOnce {
			v.events.Eventf(claim, corev1.EventTypeWarning, "ProvisioningFailed",
				"a folder on one node serves ReadWriteOnce alone, not %s", mode)
			return nil
		}
	}
	name := "pvc-" + string(claim.UID)
	folder := filepath.Join(storageRoot, name+"_"+claim.Namespace+"_"+claim.Name)
	if node == v.NodeName {
		if err := os.MkdirAll(folder, 0777); err != nil {
			return err
		}
		// whoever the Pod runs as may write: MkdirAll leaves that to the umask
		if err := os.Chmod(folder, 0777); err != nil {
			return err
		}
	}
	volume := v.volume(name, folder, node, claim, class)
	_, err = v.client.CoreV1().PersistentVolumes().Create(background, volume, metav1.CreateOptions{})
	if err == nil {
		v.events.Eventf(claim, corev1.EventTypeNormal, "ProvisioningSucceeded", "made volume %s", name)
	}
	if errors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

func (v *volumes) volume(name, folder, node string, claim *corev1.PersistentVolumeClaim, class *storagev1.StorageClass) *corev1.PersistentVolume {
	policy, kind := corev1.PersistentVolumeReclaimDelete, corev1.HostPathDirectoryOrCreate
	if class.ReclaimPolicy != nil {
		policy = *class.ReclaimPolicy
	}
	return &corev1.PersistentVolume{
		ObjectMeta: metav1.ObjectMeta{Name: name, Annotations: map[string]string{provisioned: provisioner}},
		Spec: corev1.PersistentVolumeSpec{
			AccessModes: claim.Spec.AccessModes, Capacity: claim.Spec.Resources.Requests, StorageClassName: class.Name,
			PersistentVolumeReclaimPolicy: policy, VolumeMode: claim.Spec.VolumeMode, MountOptions: class.MountOptions,
			PersistentVolumeSource: corev1.PersistentVolumeSource{HostPath: &corev1.HostPathVolumeSource{Path: folder, Type: &kind}},
			ClaimRef: &corev1.ObjectReference{Kind: "PersistentVolumeClaim", APIVersion: "v1", Namespace: claim.Namespace,
				Name: claim.Name, UID: claim.UID, ResourceVersion: claim.ResourceVersion},
			NodeAffinity: &corev1.VolumeNodeAffinity{Required: &corev1.NodeSelector{NodeSelectorTerms: []corev1.NodeSelectorTerm{{
				MatchExpressions: []corev1.NodeSelectorRequirement{{Key: corev1.LabelHostname, Operator: corev1.NodeSelectorOpIn,
					Values: []string{node}}}}}}},
		},
	}
}

// drop removes a volume of ours, and what is in it, once nobody claims it.
func (v *volumes) drop(volume *corev1.PersistentVolume) error {
	if volume.Annotations[provisioned] != provisioner || volume.Status.Phase != corev1.VolumeReleased ||
		volume.Spec.PersistentVolumeReclaimPolicy != corev1.PersistentVolumeReclaimDelete || volume.DeletionTimestamp != nil {
		return nil
	}
	if source := volume.Spec.HostPath; source != nil && strings.HasPrefix(source.Path, storageRoot+"/pvc-") {
		if err := os.RemoveAll(source.Path); err != nil {
			return err
		}
	}
	err := v.client.CoreV1().PersistentVolumes().Delete(background, volume.Name, metav1.DeleteOptions{})
	if errors.IsNotFound(err) {
		return nil
	}
	return err
}
