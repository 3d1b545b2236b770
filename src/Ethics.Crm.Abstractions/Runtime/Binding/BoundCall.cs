using System.ComponentModel;

namespace Ethics.Crm.Runtime;

/// <summary>For generated code: the scope around one call of a bound service. Whatever the service opened and forgot to close is closed with it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoundCall : IDisposable
{
    private readonly PurposeScope _scope;

    private BoundCall(PurposeScope scope) => _scope = scope;

    /// <summary>Opens a scope for all the purposes.</summary>
    /// <param name="purposes">At least one. Must not change: it is not copied.</param>
    /// <param name="owner">Whose people are asked, unless the call comes from code that asks those of another application.</param>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static BoundCall Enter(string[] purposes, BoundOwner owner) => new(PurposeScope.EnterFixed(purposes, owner.Host));

    /// <summary>Closes the scope.</summary>
    public void Dispose()
    {
        if (ReferenceEquals(AmbientScope.Current, _scope))
            _scope.Dispose();
        else
            _scope.CloseWithAllInside();
    }

    /// <summary>For methods that cannot be asynchronous themselves, because a parameter is handed by reference: the caller's own scope comes back at once, this one is closed when the task ends.</summary>
    /// <param name="task">What the service returned; null is handed on.</param>
    public Task Until(Task task)
    {
        if (task is null)
        {
            Dispose();
            return task!;
        }

        _scope.Leave();
        return Wait(task, _scope);

        static async Task Wait(Task task, PurposeScope scope)
        {
            using (scope)
                await task.ConfigureAwait(false);
        }
    }

    /// <inheritdoc cref="Until(Task)"/>
    public Task<T> Until<T>(Task<T> task) => Until(task, static value => value);

    /// <inheritdoc cref="Until(Task)"/>
    /// <param name="bind">What becomes of the result: a sequence goes on working for the purposes.</param>
    public Task<T> Until<T>(Task<T> task, Func<T, T> bind)
    {
        if (task is null)
        {
            Dispose();
            return task!;
        }

        _scope.Leave();
        return Wait(task, bind, _scope);

        static async Task<T> Wait(Task<T> task, Func<T, T> bind, PurposeScope scope)
        {
            using (scope)
                return bind(await task.ConfigureAwait(false));
        }
    }
}
