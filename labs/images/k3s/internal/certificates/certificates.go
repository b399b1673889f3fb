// Package certificates makes the keys by which the parts of a cluster know each other.
package certificates

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"time"
)

// Identity is who a certificate is made out to.
type Identity struct {
	Name  string // of the files
	User  string
	Group string
	SANs  []string
}

// Folder holds certificates and their authority.
type Folder struct {
	Path string
	cert *x509.Certificate
	key  *ecdsa.PrivateKey
}

// File is the path of a file in the folder.
func (f *Folder) File(name string) string { return filepath.Join(f.Path, name) }

// Open reads the authority ca.crt, or makes one where there is none.
func Open(path string) (*Folder, error) {
	f := &Folder{Path: path}
	if err := os.MkdirAll(path, 0700); err != nil {
		return nil, err
	}
	if f.load() == nil {
		return f, nil
	}
	template := &x509.Certificate{
		Subject: pkix.Name{CommonName: "k3s-" + filepath.Base(path) + "-ca"},
		IsCA:    true, BasicConstraintsValid: true,
		KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, err
	}
	if err := write(f, "ca", template, template, key, key); err != nil {
		return nil, err
	}
	return f, f.load()
}

func (f *Folder) load() error {
	cert, err := block(f.File("ca.crt"))
	if err != nil {
		return err
	}
	key, err := block(f.File("ca.key"))
	if err != nil {
		return err
	}
	if f.cert, err = x509.ParseCertificate(cert); err != nil {
		return err
	}
	f.key, err = x509.ParseECPrivateKey(key)
	return err
}

// Issue signs a new key for each identity. A node may come back under another address, so they are made at each start.
func (f *Folder) Issue(identities ...Identity) error {
	for _, id := range identities {
		template := &x509.Certificate{
			Subject:     pkix.Name{CommonName: id.User},
			KeyUsage:    x509.KeyUsageDigitalSignature | x509.KeyUsageKeyEncipherment,
			ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth, x509.ExtKeyUsageClientAuth},
		}
		if id.Group != "" {
			template.Subject.Organization = []string{id.Group}
		}
		for _, san := range id.SANs {
			if ip := net.ParseIP(san); ip != nil {
				template.IPAddresses = append(template.IPAddresses, ip)
			} else {
				template.DNSNames = append(template.DNSNames, san)
			}
		}
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			return err
		}
		if err := write(f, id.Name, template, f.cert, key, f.key); err != nil {
			return err
		}
	}
	return nil
}

// Signer makes the key pair that signs service account tokens, once: tokens outlive a restart.
func (f *Folder) Signer(name string) error {
	if _, err := os.Stat(f.File(name + ".pub")); err == nil {
		return nil
	}
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return err
	}
	public, err := x509.MarshalPKIXPublicKey(&key.PublicKey)
	if err != nil {
		return err
	}
	private, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return err
	}
	if err := put(f.File(name+".key"), "EC PRIVATE KEY", private, 0600); err != nil {
		return err
	}
	return put(f.File(name+".pub"), "PUBLIC KEY", public, 0644)
}

func write(f *Folder, name string, template, parent *x509.Certificate, key, signer *ecdsa.PrivateKey) error {
	serial, err := rand.Int(rand.Reader, new(big.Int).Lsh(big.NewInt(1), 120))
	if err != nil {
		return err
	}
	template.SerialNumber = serial
	template.NotBefore = time.Now().Add(-time.Hour)
	template.NotAfter = time.Now().AddDate(10, 0, 0)
	der, err := x509.CreateCertificate(rand.Reader, template, parent, &key.PublicKey, signer)
	if err != nil {
		return err
	}
	private, err := x509.MarshalECPrivateKey(key)
	if err != nil {
		return err
	}
	if err := put(f.File(name+".key"), "EC PRIVATE KEY", private, 0600); err != nil {
		return err
	}
	return put(f.File(name+".crt"), "CERTIFICATE", der, 0644)
}

func put(path, kind string, der []byte, mode os.FileMode) error {
	return os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der}), mode)
}

func block(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	found, _ := pem.Decode(text)
	if found == nil {
		return nil, errors.New(path + " holds no PEM")
	}
	return found.Bytes, nil
}
