"""A desktop of its own that nobody sees: X server, window manager, accessibility bus, a speech synthesizer that
only writes down, a braille display in software, and Orca, the screen reader."""
import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

INSIDE = 'ZHIDA_SPEECH_INSIDE'
CELLS = 40


def enter(program, arguments):
    """Runs the program again where nothing outlives it and no other desktop is seen: with process numbers, a session
    bus and a home of its own. Gives its exit status."""
    home = tempfile.mkdtemp(prefix='zhida-speech-')
    env = dict(os.environ, HOME=home, XDG_RUNTIME_DIR=home + '/run', TMPDIR=home, **{INSIDE: home})
    for other in ('DBUS_SESSION_BUS_ADDRESS', 'AT_SPI_BUS_ADDRESS', 'DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY'):
        env.pop(other, None)
    for name, folder in (('XDG_CONFIG_HOME', '.config'), ('XDG_DATA_HOME', '.local/share'), ('XDG_CACHE_HOME', '.cache')):
        env[name] = os.path.join(home, folder)
        os.makedirs(env[name])
    os.makedirs(env['XDG_RUNTIME_DIR'], mode=0o700)
    alone = ['unshare', '--pid', '--fork', '--mount-proc', '--kill-child']
    if os.geteuid() != 0:
        alone[1:1] = ['--user', '--map-root-user']
    # Without the right to a namespace it works too, only less tidily.
    if subprocess.run(alone + ['true'], stderr=subprocess.DEVNULL).returncode != 0:
        alone = []
    try:
        return subprocess.run(alone + ['dbus-run-session', '--', sys.executable, program, *arguments], env=env).returncode
    finally:
        shutil.rmtree(home, ignore_errors=True)


def wait_for(look, limit, what):
    """What `look` gives once it gives something."""
    began = time.monotonic()
    while time.monotonic() - began < limit:
        found = look()
        if found:
            return found
        time.sleep(0.1)
    raise TimeoutError('%s did not come within %d seconds' % (what, limit))


def press(keys):
    """Presses a key or keys together, such as `shift+Tab`."""
    subprocess.run(['xdotool', 'key', '--clearmodifiers', keys], check=True)


def type_text(text):
    subprocess.run(['xdotool', 'type', '--delay', '60', text], check=True)


class Heard:
    """What Orca speaks, read from its debug file while it grows."""
    SPOKEN = re.compile(r"(?:^|\s)SPEECH OUTPUT: +'(.*)'(?: voice=\w+)?\s*(?:ACSS.*|\{.*|None)?$")

    def __init__(self, path):
        self.path, self.position, self.rest = path, 0, ''
        self.changed = time.monotonic()

    def read(self):
        try:
            with open(self.path, 'rb') as file:
                file.seek(self.position)
                data = file.read()
        except FileNotFoundError:
            return []
        self.position += len(data)
        if data:
            self.changed = time.monotonic()
        *lines, self.rest = (self.rest + data.decode('utf-8', 'replace')).split('\n')
        return [found[1] for found in map(self.SPOKEN.search, lines) if found]

    def settle(self, quiet=0.6, limit=8.0, first=3.0):
        """What is said until Orca has spoken and then done nothing for `quiet` seconds. A key that makes no sound is
        given up after `first` seconds."""
        said, began = [], time.monotonic()
        self.changed = began
        while time.monotonic() - began < limit:
            said += self.read()
            now = time.monotonic()
            if (said or now - began > first) and now - self.changed > quiet:
                break
            time.sleep(0.03)
        return said


class BrailleDisplay:
    """The far end of brltty's virtual driver: what a display of 40 cells would show, without the dots 7 and 8, which
    mark links and the cursor, which blinks."""

    def __init__(self, path):
        self.lines = []
        listening = socket.socket(socket.AF_UNIX)
        listening.bind(path)
        listening.listen(1)
        threading.Thread(target=self.serve, args=(listening,), daemon=True).start()

    def serve(self, listening):
        connection, _ = listening.accept()
        connection.sendall(b'cells %d 1\n' % CELLS)
        for line in connection.makefile('rb'):
            found = re.match(r'Braille "(.*)"', line.decode('utf-8', 'replace'))
            if found:  # dots as "125|15", one cell after the other
                cells = (sum(1 << (int(dot) - 1) for dot in cell.strip() if dot in '123456') for cell in found[1].split('|'))
                self.lines.append(''.join(chr(0x2800 + cell) for cell in cells).rstrip('\u2800'))

    def shows(self):
        return self.lines[-1] if self.lines else ''


class Desktop:
    """Starts it all in one language (`zh_CN`); logs go to the folder `out`."""
    BRAILLE = {'zh_CN': '/usr/share/liblouis/tables/zhcn-cbs.ctb'}  # 国家通用盲文

    def __init__(self, locale, out):
        self.home, self.out, self.started = os.environ[INSIDE], out, []
        self.work = tempfile.mkdtemp(dir=self.home)
        os.environ.update(LANG=locale + '.UTF-8', LC_ALL=locale + '.UTF-8', LANGUAGE=locale, ACCESSIBILITY_ENABLED='1',
                          GTK_MODULES='gail:atk-bridge', NO_AT_BRIDGE='0', GNOME_ACCESSIBILITY='1', MOZ_ENABLE_WAYLAND='0')
        self.screen()
        self.window_manager()
        self.accessibility_bus()
        self.speech()
        self.braille()
        self.orca(self.BRAILLE.get(locale))

    def start(self, name, *command, **more):
        log = open(os.path.join(self.out, name + '.log'), 'wb')
        process = subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.DEVNULL, **more)
        self.started.append(process)
        return process

    def stop(self):
        for process in reversed(self.started):
            process.terminate()
        for process in self.started:
            try:
                process.wait(3)
            except subprocess.TimeoutExpired:
                process.kill()

    def screen(self):
        read, write = os.pipe()
        self.start('xvfb', 'Xvfb', '-displayfd', str(write), '-screen', '0', '1280x1000x24', '-nolisten', 'tcp', pass_fds=[write])
        os.close(write)
        with os.fdopen(read) as numbers:
            os.environ['DISPLAY'] = ':' + numbers.readline().strip()

    def window_manager(self):
        # Without one the browser gets no focus. Without keys of its own: it would eat Orca's Alt+Shift+arrows.
        settings = os.path.join(self.work, 'openbox.xml')
        with open(settings, 'w') as file:
            file.write('<?xml version="1.0"?><openbox_config xmlns="http://openbox.org/3.4/rc">'
                       '<focus><focusNew>yes</focusNew></focus><keyboard></keyboard><mouse></mouse></openbox_config>')
        self.start('openbox', 'openbox', '--sm-disable', '--config-file', settings)

    def accessibility_bus(self):
        def ask(*what):
            return subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.a11y.Bus', '--object-path', '/org/a11y/bus',
                                   '--method', *what], capture_output=True).returncode == 0
        wait_for(lambda: ask('org.a11y.Bus.GetAddress'), 10, 'the accessibility bus')
        for switch in ('IsEnabled', 'ScreenReaderEnabled'):
            ask('org.freedesktop.DBus.Properties.Set', 'org.a11y.Status', switch, '<true>')

    def speech(self):
        # A synthesizer whose only voice says nothing. Orca's own file tells what it gave to it.
        folder = os.path.join(self.work, 'speech-dispatcher')
        os.makedirs(os.path.join(folder, 'modules'))
        with open(os.path.join(folder, 'speechd.conf'), 'w') as file:
            file.write('LogLevel 1\nLogDir "%s"\nAudioOutputMethod "alsa"\nAudioALSADevice "null"\n'
                       'AddModule "mute" "sd_generic" "mute.conf"\nDefaultModule mute\nDefaultLanguage "en"\n' % self.work)
        with open(os.path.join(folder, 'modules', 'mute.conf'), 'w') as file:
            file.write('GenericExecuteSynth "true"\nGenericCmdDependency "true"\n'
                       'GenericLanguage "en" "en" "utf-8"\nGenericLanguage "zh" "zh" "utf-8"\n'
                       'AddVoice "en" "MALE1" "x"\nAddVoice "zh" "MALE1" "x"\nDebug 0\n')
        self.start('speech-dispatcher', 'speech-dispatcher', '-s', '-t', '0', '-C', folder)

    def braille(self):
        path = os.path.join(self.work, 'braille')
        self.display = BrailleDisplay(path)
        number = os.environ['DISPLAY'].lstrip(':')
        os.environ.update(BRLAPI_HOST='127.0.0.1:' + number, BRLAPI_AUTH='none', WINDOWPATH='1')
        self.start('brltty', 'brltty', '-n', '-e', '-b', 'vr', '-d', 'client:' + path, '-x', 'no', '-s', 'no', '-t', 'en-nabcc',
                   '-A', 'host=127.0.0.1:%s,auth=none' % number, '-P', self.work + '/brltty.pid', '-U', self.work,
                   '-F', self.work + '/brltty.prefs', '-q', '-M', '1', '-l', 'error')
        wait_for(lambda: self.display.lines, 8, 'the braille display')

    def orca(self, braille_table):
        folder, debug = os.path.join(self.work, 'orca'), os.path.join(self.out, 'orca-debug.log')
        os.makedirs(folder)
        if os.path.exists(debug):
            os.unlink(debug)
        settings = {
            'profile': ['Default', 'default'], 'enableKeyEcho': False, 'enableEchoByCharacter': False,
            'enableEchoByWord': False, 'enableMouseReview': False, 'enableBraille': True, 'enableBrailleMonitor': False,
            'enableContractedBraille': bool(braille_table), 'brailleContractionTable': braille_table or '',
            'enableFlashMessages': True, 'brailleFlashTime': 500, 'sayAllOnLoad': False, 'pageSummaryOnLoad': False, 'keyboardLayout': 1,
            'structNavTriggersFocusMode': True,
        }
        profile = {'pronunciations': {}, 'keybindings': {}}
        with open(os.path.join(folder, 'user-settings.conf'), 'w') as file:
            json.dump({'general': {'startingProfile': ['Default', 'default'], **settings}, **profile,
                       'profiles': {'default': {**settings, **profile}}}, file)
        open(os.path.join(folder, '__init__.py'), 'w').close()
        # Orca writes its debug file in blocks: the last words of a step would seem to belong to the next key.
        with open(os.path.join(folder, 'orca-customizations.py'), 'w') as file:
            file.write('import orca.debug as debug\ndebug.debugFile.reconfigure(line_buffering=True)\n')
        self.start('orca', 'orca', '--debug-file', debug, '--debug', '-u', folder, '-e', 'speech', '-e', 'braille')
        self.heard = Heard(debug)
        wait_for(self.heard.read, 20, 'the first word of Orca')
        self.heard.settle(first=0.3)
