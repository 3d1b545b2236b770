namespace Ethics.Crm;

public sealed partial class PurposeScope
{
    /// <summary>Runs code for a purpose; the scope cannot be left open, nor can one that the code forgot to close.</summary>
    /// <exception cref="ArgumentException">The purpose is null or blank.</exception>
    public static void Run(string purpose, Action action)
    {
        _ = action ?? throw new ArgumentNullException(nameof(action));
        RunIn(EnterOne(purpose), action);
    }

    /// <summary>Runs code for all the purposes named.</summary>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static void Run(string[] purposes, Action action)
    {
        _ = action ?? throw new ArgumentNullException(nameof(action));
        RunIn(Enter(purposes), action);
    }

    /// <summary>Runs code for a purpose and returns its result.</summary>
    /// <exception cref="ArgumentException">The purpose is null or blank.</exception>
    public static T Run<T>(string purpose, Func<T> function)
    {
        _ = function ?? throw new ArgumentNullException(nameof(function));
        return RunIn(EnterOne(purpose), function);
    }

    /// <summary>Runs code for all the purposes named and returns its result.</summary>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static T Run<T>(string[] purposes, Func<T> function)
    {
        _ = function ?? throw new ArgumentNullException(nameof(function));
        return RunIn(Enter(purposes), function);
    }

    /// <summary>Runs asynchronous code for a purpose; the scope is closed when its task ends.</summary>
    /// <exception cref="ArgumentException">The purpose is null or blank.</exception>
    public static Task RunAsync(string purpose, Func<CancellationToken, Task> function, CancellationToken cancellationToken = default) =>
        RunAsync([purpose], function, cancellationToken);

    /// <summary>Runs asynchronous code for all the purposes named; the scope is closed when its task ends.</summary>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static Task RunAsync(string[] purposes, Func<CancellationToken, Task> function, CancellationToken cancellationToken = default)
    {
        _ = function ?? throw new ArgumentNullException(nameof(function));
        Check(purposes);
        return Body(purposes, function, cancellationToken);

        static async Task Body(string[] purposes, Func<CancellationToken, Task> function, CancellationToken cancellationToken)
        {
            using (Enter(purposes))
                await (function(cancellationToken) ?? throw NoTask()).ConfigureAwait(false);
        }
    }

    /// <summary>Runs asynchronous code for a purpose and returns its result; the scope is closed when its task ends.</summary>
    /// <exception cref="ArgumentException">The purpose is null or blank.</exception>
    public static Task<T> RunAsync<T>(string purpose, Func<CancellationToken, Task<T>> function, CancellationToken cancellationToken = default) =>
        RunAsync([purpose], function, cancellationToken);

    /// <summary>Runs asynchronous code for all the purposes named and returns its result; the scope is closed when its task ends.</summary>
    /// <exception cref="ArgumentException">No purpose, or a null or blank one.</exception>
    public static Task<T> RunAsync<T>(string[] purposes, Func<CancellationToken, Task<T>> function, CancellationToken cancellationToken = default)
    {
        _ = function ?? throw new ArgumentNullException(nameof(function));
        Check(purposes);
        return Body(purposes, function, cancellationToken);

        static async Task<T> Body(string[] purposes, Func<CancellationToken, Task<T>> function, CancellationToken cancellationToken)
        {
            using (Enter(purposes))
                return await (function(cancellationToken) ?? throw NoTask()).ConfigureAwait(false);
        }
    }

    private static void RunIn(PurposeScope scope, Action action)
    {
        try
        {
            action();
        }
        finally
        {
            scope.CloseWithAllInside();
        }
    }

    private static T RunIn<T>(PurposeScope scope, Func<T> function)
    {
        try
        {
            return function();
        }
        finally
        {
            scope.CloseWithAllInside();
        }
    }

    private static InvalidOperationException NoTask() =>
        new("The function that was to run for a purpose returned null in place of a task. Return Task.CompletedTask when there is nothing to wait for.");

    /// <summary>A scope that the code opened and never closed would otherwise leak to the caller of a synchronous method, as would one that it closed in another flow.</summary>
    internal void CloseWithAllInside()
    {
        CloseAllInside();
        Dispose();
    }

    private void CloseAllInside()
    {
        for (var inner = AmbientScope.Current; inner is not null && IsInside(inner); inner = inner._parent)
            inner.Dispose();
        if (AmbientScope.Current is { } left && IsInside(left))
            AmbientScope.Flow.Local.Value = this;
    }

    private bool IsInside(PurposeScope scope)
    {
        for (var outer = scope._parent; outer is not null; outer = outer._parent)
        {
            if (ReferenceEquals(outer, this))
                return true;
        }

        return false;
    }
}
