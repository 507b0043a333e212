"""The two browsers on the desktop, and what a plan does with them: come as somebody new, open a page, choose a file."""
import base64
import json
import os
import shutil
import socket
import struct
import subprocess
import time
import urllib.parse
import urllib.request

from desktop import wait_for


def to_the_front(window_class):
    window = wait_for(lambda: subprocess.run(['xdotool', 'search', '--onlyvisible', '--class', window_class],
                                             capture_output=True, text=True).stdout.split(), 40, 'the browser')[0]
    subprocess.run(['xdotool', 'windowactivate', '--sync', window], capture_output=True)


class Chromium:
    """One browser for all plans; each gets a tab of its own and begins without cookies."""

    def __init__(self, desktop, language):
        self.desktop = desktop
        self.profile = os.path.join(desktop.work, 'chromium')
        os.makedirs(os.path.join(self.profile, 'Default'))
        with open(os.path.join(self.profile, 'Default', 'Preferences'), 'w') as file:
            json.dump({'translate': {'enabled': False}, 'browser': {'has_seen_welcome_page': True},
                       'credentials_enable_service': False, 'autofill': {'enabled': False, 'profile_enabled': False},
                       'intl': {'accept_languages': language}}, file)
        desktop.start('chromium', 'chromium', '--no-sandbox', '--force-renderer-accessibility', '--disable-gpu',
                      '--disable-quic', '--no-first-run', '--no-default-browser-check', '--disable-background-networking',
                      '--disable-component-update', '--disable-sync', '--disable-features=Translate',
                      '--password-store=basic', '--lang=' + language, '--window-size=1200,950', '--window-position=0,0',
                      '--remote-debugging-port=0', '--user-data-dir=' + self.profile, '--new-window', 'about:blank')
        to_the_front('chromium')
        desktop.heard.settle(quiet=0.8, first=4)
        with open(os.path.join(self.profile, 'DevToolsActivePort')) as file:
            port, path = file.read().split()
        self.origin, self.socket = 'http://127.0.0.1:' + port, 'ws://127.0.0.1:%s%s' % (port, path)

    def ask(self, path, method='GET'):
        with urllib.request.urlopen(urllib.request.Request(self.origin + '/json/' + path, method=method), timeout=10) as answer:
            return answer.read()

    def tabs(self):
        return [tab for tab in json.loads(self.ask('list')) if tab['type'] == 'page']

    def become(self, cookies):
        """Somebody with these cookies and no others."""
        Wire(self.socket).tell(('Storage.clearCookies', {}), *([('Storage.setCookies', {'cookies': cookies})] if cookies else []))

    def open(self, address):
        before = self.tabs()
        self.ask('new?' + urllib.parse.quote(address, safe=':/?&=%#'), 'PUT')
        for tab in before:
            self.ask('close/' + tab['id'])

    def insert(self, words):
        """What an input method does: hands over whole words at once."""
        Wire(self.tabs()[0]['webSocketDebuggerUrl']).tell(('Input.insertText', {'text': words}))

    def choose_file(self, path):
        """What the device's own window for choosing a file does: it is not ours to be heard."""
        wire = Wire(self.tabs()[0]['webSocketDebuggerUrl'])
        document, = wire.tell(('DOM.getDocument', {}))
        found, = wire.tell(('DOM.querySelector', {'nodeId': document['root']['nodeId'], 'selector': 'input[type=file]'}))
        wire.tell(('DOM.setFileInputFiles', {'nodeId': found['nodeId'], 'files': [path]}))


class Firefox:
    """A browser with a new profile for each plan; nobody is signed in there from the start."""
    SETTINGS = {
        'accessibility.force_disabled': -1, 'browser.shell.checkDefaultBrowser': False,
        'browser.startup.homepage_override.mstone': 'ignore', 'datareporting.policy.dataSubmissionEnabled': False,
        'toolkit.telemetry.reportingpolicy.firstRun': False, 'browser.aboutwelcome.enabled': False,
        'app.update.auto': False, 'app.normandy.enabled': False, 'network.captive-portal-service.enabled': False,
        'network.connectivity-service.enabled': False, 'browser.tabs.warnOnClose': False,
        'browser.translations.enable': False, 'signon.rememberSignons': False, 'browser.formfill.enable': False,
    }

    def __init__(self, desktop, language):
        self.desktop, self.language, self.process = desktop, language, None
        self.profile = os.path.join(desktop.work, 'firefox')

    def become(self, cookies):
        if cookies:
            raise ValueError('a plan that begins signed in plays in Chromium only')
        if self.process:
            self.process.terminate()
            self.process.wait(10)
        shutil.rmtree(self.profile, ignore_errors=True)
        os.makedirs(self.profile)
        with open(os.path.join(self.profile, 'user.js'), 'w') as file:
            for name, value in {**self.SETTINGS, 'intl.accept_languages': self.language}.items():
                file.write('user_pref(%s, %s);\n' % (json.dumps(name), json.dumps(value)))
        self.process = self.desktop.start('firefox', 'firefox-esr', '--profile', self.profile, '--new-window', 'about:blank')
        to_the_front('firefox')
        self.desktop.heard.settle(quiet=0.8, first=4)

    def open(self, address):
        subprocess.run(['firefox-esr', '--profile', self.profile, '--new-tab', address],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def insert(self, words):
        raise ValueError('a plan that types Chinese plays in Chromium only')

    def choose_file(self, path):
        raise ValueError('a plan that sends a file plays in Chromium only')


class Wire:
    """As much of a WebSocket as Chromium's own tools need: one message, one answer."""

    def __init__(self, address):
        url = urllib.parse.urlsplit(address)
        self.socket = socket.create_connection((url.hostname, url.port), timeout=10)
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(('GET %s HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n'
                             'Sec-WebSocket-Key: %s\r\n\r\n' % (url.path, url.netloc, key)).encode())
        self.file = self.socket.makefile('rb')
        while self.file.readline().strip():
            pass

    def tell(self, *commands):
        """Carries out commands as (name, parameters). Gives their results."""
        results = []
        for number, (method, parameters) in enumerate(commands, 1):
            data = json.dumps({'id': number, 'method': method, 'params': parameters}).encode()
            # Masked, as a client must, with a mask that changes nothing.
            self.socket.sendall(b'\x81\xff' + struct.pack('>Q', len(data)) + bytes(4) + data)
            answer = {}
            while answer.get('id') != number:
                answer = json.loads(self.message())
            if 'error' in answer:
                raise RuntimeError('%s: %s' % (method, answer['error']))
            results.append(answer['result'])
        return results

    def message(self):
        whole, last = b'', False
        while not last:
            first, length = self.file.read(2)
            last, length = first & 0x80, length & 0x7f
            if length == 126:
                length, = struct.unpack('>H', self.file.read(2))
            elif length == 127:
                length, = struct.unpack('>Q', self.file.read(8))
            whole += self.file.read(length)
        return whole
