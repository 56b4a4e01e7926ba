"""Operations of migrations that do many things at once.

Django renders the models of the whole project again for each table, column, constraint and trigger
of a migration; a first one with a hundred of each spends most of its time there. These render them
once.
"""

from collections.abc import Sequence
from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations import AddConstraint, AddField, AddIndex, CreateModel
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from pgtrigger.compiler import Trigger

CREATING = (CreateModel, AddField, AddIndex, AddConstraint)


class CreateTogether(Operation):
    """Create the tables of new models as they are after all of ``operations``.

    The operations are those that ``makemigrations`` wrote, each about a model that one of them
    creates: ``CreateModel``, ``AddField``, ``AddIndex``, ``AddConstraint``.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations
        self.names = [one.name for one in operations if isinstance(one, CreateModel)]
        created = {name.lower() for name in self.names}
        for one in operations:
            about = one.name if isinstance(one, CreateModel) else getattr(one, "model_name", "")
            if not isinstance(one, CREATING) or about.lower() not in created:
                raise ValueError(f"not about a model created here: {one.describe()}")

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Let the state know the models; they are rendered when somebody asks for them."""
        state.__dict__.pop("apps", None)
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create each table whole; foreign keys follow when all tables are there."""
        for name in self.names:
            schema_editor.create_model(to_state.apps.get_model(app_label, name))

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop the tables again."""
        for name in reversed(self.names):
            schema_editor.delete_model(from_state.apps.get_model(app_label, name))

    def describe(self) -> str:
        """Return what ``migrate`` tells."""
        return f"Create {len(self.names)} models"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return the operation as migrations write it."""
        return type(self).__name__, [], {"operations": self.operations}


class ChangeTogether(Operation):
    """Change tables that are there: columns, constraints and triggers, the models rendered once.

    Each of ``operations`` is carried out between the state before all and the state after all of
    them, so they must not rest on one another.
    """

    def __init__(self, operations: Sequence[Operation]) -> None:
        self.operations = operations

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Let the state know the changes; it is rendered when somebody asks for it."""
        state.__dict__.pop("apps", None)
        for one in self.operations:
            one.state_forwards(app_label, state)

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Carry out the changes in order."""
        for one in self.operations:
            one.database_forwards(app_label, schema_editor, from_state, to_state)

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Take the changes back, the last one first."""
        for one in reversed(self.operations):
            one.database_backwards(app_label, schema_editor, from_state, to_state)

    def describe(self) -> str:
        """Return what ``migrate`` tells."""
        return f"Carry out {len(self.operations)} changes"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return the operation as migrations write it."""
        return type(self).__name__, [], {"operations": self.operations}


class AddTriggers(Operation):
    """Install compiled triggers, each on its model, in place of one of the same name."""

    def __init__(self, triggers: Sequence[tuple[str, Trigger]]) -> None:
        self.triggers = triggers

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """Let the state know the triggers, so that the next ``makemigrations`` finds no change."""
        for model_name, trigger in self.triggers:
            options = state.models[app_label, model_name].options
            others = [one for one in options.get("triggers", []) if one.name != trigger.name]
            options["triggers"] = [*others, trigger]
        # No model is rendered for it: nobody asks a rendered model for its triggers.

    def database_forwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Create the functions and triggers."""
        for _, trigger in self.triggers:
            schema_editor.execute(trigger.install_sql, params=None)  # the SQL is ready as it is

    def database_backwards(
        self,
        app_label: str,
        schema_editor: BaseDatabaseSchemaEditor,
        from_state: ProjectState,
        to_state: ProjectState,
    ) -> None:
        """Drop them again, and install what each stood in place of."""
        for model_name, trigger in reversed(self.triggers):
            schema_editor.execute(trigger.uninstall_sql, params=None)
            for former in to_state.models[app_label, model_name].options.get("triggers", []):
                if former.name == trigger.name:
                    schema_editor.execute(former.install_sql, params=None)

    def describe(self) -> str:
        """Return what ``migrate`` tells."""
        return f"Create {len(self.triggers)} triggers"

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """Return the operation as migrations write it."""
        return type(self).__name__, [], {"triggers": self.triggers}
