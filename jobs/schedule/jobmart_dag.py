"""A daily load, its report, and a weekly verification, for Airflow 3. Put this file into the folder of DAGs.

Settings are environment variables of the workers: JOBMART (where jobmart lies), DUMPS, WAREHOUSE, SOURCE, SUMMARIES.
A missed day is loaded by a backfill, in any order: the tables are always those of one load of all days.
"""

import json
import os
from datetime import datetime, timedelta
from pathlib import Path

from airflow.exceptions import AirflowFailException
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, task

JOBMART = os.environ.get("JOBMART", "/opt/jobmart")
DUMPS = os.environ.get("DUMPS", "/dumps")
WAREHOUSE = os.environ.get("WAREHOUSE", "/warehouse")
SOURCE = os.environ.get("SOURCE", "my-board")
SUMMARIES = os.environ.get("SUMMARIES", "/var/lib/jobmart")

with DAG(
    dag_id="jobmart_load",
    schedule="30 4 * * *",
    start_date=datetime(2026, 1, 1),
    # Days that were missed: airflow backfill create, in any order.
    catchup=False,
    # A warehouse has one writer: a second run would end with exit code 5.
    max_active_runs=1,
    default_args={"retries": 3, "retry_delay": timedelta(minutes=5), "retry_exponential_backoff": True},
    tags=["jobmart"],
) as load_dag:
    summary = f"{SUMMARIES}/load-{{{{ ds }}}}.json"
    load = BashOperator(
        task_id="load",
        cwd=JOBMART,
        # No jobs/retry here: Airflow tries again by itself, and sees each try.
        bash_command=(
            f"jobs/jobmart load --input {DUMPS}/{{{{ ds }}}} --as-of {{{{ ds }}}} --source {SOURCE}"
            f" --warehouse {WAREHOUSE} --summary {summary}"
        ),
        append_env=True,
    )

    @task(trigger_rule="all_done", retries=0)
    def judge(path: str) -> dict:
        """What the load says of itself, as figures to look at; fails for what no further try could mend."""
        told = json.loads(Path(path).read_text())
        if told["exit_code"] != 0:
            raise AirflowFailException(f"{told['reason']}: {told['message']}")
        return {name: told[name] for name in ("snapshot", "records", "postings", "repeated", "quarantined", "seconds")}

    report = BashOperator(
        task_id="report",
        cwd=JOBMART,
        bash_command=f"jobs/jobmart report --warehouse {WAREHOUSE} --output {SUMMARIES}/report.html",
        append_env=True,
    )
    load >> judge(summary) >> report

with DAG(
    dag_id="jobmart_verify",
    schedule="0 7 * * 0",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    tags=["jobmart"],
) as verify_dag:
    BashOperator(
        task_id="verify",
        cwd=JOBMART,
        bash_command=f"jobs/jobmart verify --warehouse {WAREHOUSE}",
        append_env=True,
    )
