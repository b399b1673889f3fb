package certificates

import (
	"encoding/base64"
	"fmt"
	"os"
)

// Kubeconfig writes a kubeconfig with one user, in the shape that k3s gives its own.
func (f *Folder) Kubeconfig(path, server, identity string, mode os.FileMode) error {
	var parts [3]string
	for i, name := range []string{"ca.crt", identity + ".crt", identity + ".key"} {
		text, err := os.ReadFile(f.File(name))
		if err != nil {
			return err
		}
		parts[i] = base64.StdEncoding.EncodeToString(text)
	}
	text := fmt.Sprintf(`apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: %s
    server: %s
  name: default
contexts:
- context:
    cluster: default
    user: default
  name: default
current-context: default
kind: Config
preferences: {}
users:
- name: default
  user:
    client-certificate-data: %s
    client-key-data: %s
`, parts[0], server, parts[1], parts[2])
	if err := os.WriteFile(path, []byte(text), mode); err != nil {
		return err
	}
	return os.Chmod(path, mode)
}
