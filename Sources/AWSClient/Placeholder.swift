import AsyncHTTPClient
import Crypto
import Subprocess
enum Placeholder {}
