from django.db import connection
from procrastinate.contrib.django import app

from pamong.apps.core.jobs import RUN_LAW
from pamong.apps.core.left_behind import take_up_what_was_left
from pamong.apps.core.tasks import take_up


def defer(pemda):
    app.configure_task(RUN_LAW).defer(pemda_id=pemda.pk, reason="uji")


def statuses():
    with connection.cursor() as cursor:
        cursor.execute("select status::text from procrastinate_jobs order by id")
        return [status for (status,) in cursor.fetchall()]


def set_up(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def test_a_job_whose_worker_is_gone_is_taken_up_again(contoh):
    defer(contoh)
    set_up("update procrastinate_jobs set status = 'doing', worker_id = null")

    assert take_up_what_was_left() == 1
    assert statuses() == ["todo"]


def test_a_job_of_a_worker_that_lives_is_left_to_it(contoh):
    defer(contoh)
    set_up(
        "insert into procrastinate_workers default values",
        """update procrastinate_jobs set status = 'doing',
           worker_id = (select id from procrastinate_workers)""",
    )

    assert take_up_what_was_left() == 0
    assert statuses() == ["doing"]


def test_a_job_that_keeps_killing_its_worker_is_left_for_somebody_to_look_at(contoh):
    defer(contoh)
    set_up("update procrastinate_jobs set status = 'doing', attempts = 5")

    assert take_up_what_was_left() == 0


def test_a_worker_that_came_back_at_once_takes_the_job_up_when_the_old_one_is_missed(contoh):
    defer(contoh)
    set_up(
        "insert into procrastinate_workers default values",
        """update procrastinate_jobs set status = 'doing',
           worker_id = (select id from procrastinate_workers)""",
    )
    take_up(timestamp=0)
    at_once = statuses()
    set_up("update procrastinate_workers set last_heartbeat = now() - interval '31 seconds'")
    take_up(timestamp=60)

    assert at_once == ["doing"]
    assert statuses() == ["todo"]
