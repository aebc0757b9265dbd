// Copyright 2026 the pulumi-agora-classroom authors.
// SPDX-License-Identifier: Apache-2.0

/**
 * Runs a user's Python program under the engine, through the public functions of the `pulumi` package. The
 * settings are its one argument, as JSON. Exit code 32 means that the error was printed already.
 */
export const pythonProgram = `
import asyncio, json, os, runpy, sys, traceback
settings = json.loads(sys.argv[1])
import pulumi, pulumi.runtime
from pulumi.runtime import Settings

for key, value in pulumi.runtime.get_config_env().items():
    pulumi.runtime.set_config(key, value)
pulumi.runtime.set_all_config(
    pulumi.runtime.get_config_env(), pulumi.runtime.get_config_secret_keys_env()
)
pulumi.runtime.configure(Settings(
    monitor=settings["monitor"], engine=settings["engine"], project=settings["project"],
    stack=settings["stack"], parallel=settings["parallel"], dry_run=settings["dryRun"],
    organization=settings["organization"],
))
program = settings["program"]
sys.argv = [program] + settings["arguments"]
sys.path.insert(0, program if os.path.isdir(program) else os.path.dirname(program))

def run():
    try:
        runpy.run_path(program, run_name="__main__")
    except ImportError as error:
        pulumi.log.error(f"The program lacks a package: {error}")
        raise

loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
try:
    loop.run_until_complete(pulumi.runtime.run_in_stack(run))
except SystemExit as end:
    sys.exit(end.code)
except KeyboardInterrupt:
    # The engine cancels a program whose resources the pack rejects.
    sys.exit(32)
except BaseException as error:
    if not isinstance(error, (pulumi.RunError, ImportError)):
        pulumi.log.error("Program failed with an unhandled exception:\\n" + traceback.format_exc())
    elif isinstance(error, pulumi.RunError):
        pulumi.log.error(str(error))
    sys.exit(32)
finally:
    sys.stdout.flush()
    sys.stderr.flush()
`;
