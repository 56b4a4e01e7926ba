"""A stand-in for a regional SSO on 127.0.0.1: discovery, keys, codes with PKCE, tokens."""

import base64
import hashlib
import json
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT, SECRET = "pamong-uji", "rahasia-klien-rekaan"
KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)
STRANGER = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Sso:
    """What the stand-in answers; a test changes what it wants to be wrong.

    ``claims`` go into every token, ``about`` is what userinfo tells, ``asked`` what came in.
    """

    issuer: str = ""
    claims: dict = field(default_factory=lambda: {"sub": "subjek-1"})
    about: dict = field(default_factory=dict)
    config: dict = field(default_factory=dict)
    key: object = KEY
    codes: dict = field(default_factory=dict)
    asked: list = field(default_factory=list)
    without_token: bool = False

    def consent(self, address: str, code: str = "kode-rekaan") -> dict[str, str]:
        """Do what a person does at the SSO: agree; return what the way back carries."""
        asked = {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
        self.codes[code] = asked
        return {"code": code, "state": asked["state"]}

    def token(self, code: str) -> str:
        now = int(time.time())
        told = {
            "iss": self.issuer,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": self.codes[code].get("nonce"),
            **self.claims,
        }
        return jwt.encode(told, self.key, algorithm="RS256", headers={"kid": "kunci-1"})

    def takes(self, told: dict[str, str]) -> bool:
        """Tell whether code, secret and PKCE verifier belong together, as a real one does."""
        asked = self.codes.get(told.get("code", ""))
        if asked is None or told.get("client_secret") != SECRET:
            return False
        digest = hashlib.sha256(told.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        return (
            asked.get("code_challenge_method") == "S256" and challenge == asked["code_challenge"]
        )


@contextmanager
def running():
    """Run the stand-in until the block ends."""
    sso = Sso()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            sso.asked.append(self.path)
            known = {
                "/.well-known/openid-configuration": {
                    "issuer": sso.issuer,
                    "authorization_endpoint": f"{sso.issuer}/authorize",
                    "token_endpoint": f"{sso.issuer}/token",
                    "jwks_uri": f"{sso.issuer}/jwks",
                    "userinfo_endpoint": f"{sso.issuer}/userinfo",
                    "token_endpoint_auth_methods_supported": ["client_secret_post"],
                    **sso.config,
                },
                "/jwks": {"keys": [public_key()]},
                "/userinfo": {"sub": sso.claims.get("sub"), **sso.about},
            }
            self.say(200, known[self.path]) if self.path in known else self.say(404, {})

        def do_POST(self):
            sso.asked.append(self.path)
            length = int(self.headers["Content-Length"])
            told = {k: v[0] for k, v in parse_qs(self.rfile.read(length).decode()).items()}
            if not sso.takes(told):
                self.say(400, {"error": "invalid_grant"})
                return
            answer = {"access_token": "akses", "token_type": "Bearer", "expires_in": 60}
            if not sso.without_token:
                answer["id_token"] = sso.token(told["code"])
            self.say(200, answer)

        def say(self, status, body):
            raw = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(raw)))
            self.end_headers()
            self.wfile.write(raw)

        def log_message(self, *_told):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    sso.issuer = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield sso
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def public_key() -> dict:
    told = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(KEY.public_key()))
    return {**told, "kid": "kunci-1", "alg": "RS256", "use": "sig"}


def connect(settings, sso: Sso, **more: str) -> None:
    """Connect the site to the stand-in by its settings."""
    oidc = {
        "issuer": sso.issuer,
        "client_id": CLIENT,
        "client_secret": SECRET,
        "label": "SSO Contoh",
        "claim": "sub",
        "new_accounts": "",
        **more,
    }
    app = {
        "provider_id": "sso",
        "name": oidc["label"],
        "client_id": CLIENT,
        "secret": SECRET,
        "settings": {"server_url": oidc["issuer"], "oauth_pkce_enabled": True},
    }
    providers = {"openid_connect": {"APPS": [app]}}
    settings.PAMONG_OIDC, settings.SOCIALACCOUNT_PROVIDERS = oidc, providers
