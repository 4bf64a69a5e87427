"""recruiter-kit serve: the app in the browser, on this machine only unless told otherwise."""

import signal
import sys
from pathlib import Path
from types import FrameType

import click


@click.command(
    epilog="""\b
Examples:
  recruiter-kit serve
  recruiter-kit serve --port 9000 --instance /srv/recruiter-kit"""
)
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=8400, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--instance", type=click.Path(path_type=Path, file_okay=False), help="The folder of the installation."
)
@click.option("--threads", default=8, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, instance: Path | None, threads: int) -> None:
    """Run the app in the browser, on this machine only unless told otherwise."""
    from waitress.server import create_server

    from recruiter_kit.installation import here
    from recruiter_kit.jobs.warm_up import warm
    from recruiter_kit.mail.worker import Worker
    from recruiter_kit.web.app import create_app
    from recruiter_kit.web.logs import log_as_json
    from recruiter_kit.web.signed_in import first_link

    log_as_json()
    app = create_app(instance)
    server = create_server(app, host=host, port=port, threads=threads, ident=None)
    address = f"http://{host}:{server.effective_port}"
    link = first_link(address)
    click.echo(f"Recruiter Kit answers at {address}")
    if link:
        click.echo(f"Nobody has an account yet. Make the first one, once, at {link}")
    sys.stdout.flush()
    warm()

    mail = Worker(here())
    mail.start()

    def stop(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        raise SystemExit(0)

    signal.signal(signal.SIGTERM, stop)
    try:
        server.run()
    finally:
        server.close()
        server.task_dispatcher.shutdown(cancel_pending=False, timeout=10)
        mail.stop()
