using System.Collections;
using System.Data;
using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Claims;
using Ethics.Crm.Members;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Ethics.Crm.Logging;

/// <summary>
/// Types of the framework whose fields do not say what they hold: a handle, a task, a function, a row. What takes them for objects shows it all the same. Nothing is made, waited for or run to tell: what is not there yet
/// may be anything.
/// </summary>
internal static class HeldValues
{
    private static readonly object?[] Nothing = [];

    /// <summary>Takes what an object of the type holds; it gives null where that is not there yet, or another one for another thread. Null for all other types.</summary>
    /// <param name="type">Of the object itself.</param>
    /// <param name="mayBeMore">Whether a value of a type may be, or hold, something of a type that this one does not name.</param>
    public static Func<object, IEnumerable?>? Of(Type type, Func<Type, bool> mayBeMore)
    {
        if (typeof(Delegate).IsAssignableFrom(type))
            return static one => TargetsOf((Delegate)one);
        if (typeof(WeakReference).IsAssignableFrom(type))
            return type == typeof(WeakReference) ? static one => new object?[] { ((WeakReference)one).Target } : Of(type, nameof(WeakReference.Target), typeof(WeakReference));
        if (typeof(DataTable).IsAssignableFrom(type))
            return one => ((DataTable)one).Columns.Cast<DataColumn>().Any(column => mayBeMore(column.DataType)) ? ((DataTable)one).Rows : Nothing;
        if (typeof(DataSet).IsAssignableFrom(type))
            return static one => ((DataSet)one).Tables;
        if (typeof(DataRow).IsAssignableFrom(type))
            return static one => ValuesOf((DataRow)one);
        if (type == typeof(DataRowView))
            return static one => ValuesOf(((DataRowView)one).Row);
        if (type == typeof(DictionaryEntry))
            return static one => new object?[] { ((DictionaryEntry)one).Key, ((DictionaryEntry)one).Value };
        if (typeof(FormattableString).IsAssignableFrom(type))
            return LabelledTypes.IsOfTheSystem(type) ? static one => ((FormattableString)one).GetArguments() : static _ => null;
        if (typeof(Expression).IsAssignableFrom(type))
            return static one => Constants.Of((Expression)one);
        if (type == typeof(GCHandle))
            return static one => new object?[] { ((GCHandle)one).Target };
        // By name, because .NET Standard has none.
        if (type.FullName == "System.Runtime.DependentHandle")
            return Handled(type);
        if (typeof(ClaimsIdentity).IsAssignableFrom(type))
            return static one => new object?[] { ((ClaimsIdentity)one).BootstrapContext, ((ClaimsIdentity)one).Actor };
        if (type == typeof(HealthReportEntry))
            return static one => ((HealthReportEntry)one).Data.Values.Append(((HealthReportEntry)one).Exception);
        if (type == typeof(PostEvictionCallbackRegistration))
            return static one => new[] { ((PostEvictionCallbackRegistration)one).State };
        if (typeof(IEnumerator).IsAssignableFrom(type) && !typeof(IEnumerable).IsAssignableFrom(type) && LabelledTypes.IsOfTheSystem(type))
            return static one => new[] { ((IEnumerator)one).Current };
        if ((SentValues.Of(type) ?? TrackedValues.Of(type) ?? RequestValues.Of(type)) is { } known)
            return known;
        for (var current = type; current is not null && current != typeof(object); current = current.BaseType)
        {
            // First whether it is one at all: other types are made from what derives from them, and to ask that is to ask for ever.
            if (current.IsGenericType && OfGeneric(current) is { } held && mayBeMore(current.GetGenericArguments()[0]))
                return held;
        }

        return typeof(Task).IsAssignableFrom(type) ? static one => StateOf((Task)one) : null;
    }

    private static Func<object, IEnumerable?>? OfGeneric(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        if (definition == typeof(Task<>))
            // What came out lies in a field.
            return static one => ((Task)one).IsCompleted ? StateOf((Task)one) : null;
        if (definition == typeof(Lazy<>))
            return Made(type);
        if (definition == typeof(TaskCompletionSource<>))
            return Of(type, "Task", type);
        if (definition == typeof(WeakReference<>))
            return Aimed(type);
        if (definition.FullName == "System.Threading.Tasks.ValueTask`1")
            return Waited(type);
        if (definition.FullName is "System.Memory`1" or "System.ReadOnlyMemory`1")
            return Listed(type);
        return definition == typeof(ThreadLocal<>) || definition == typeof(AsyncLocal<>) ? static _ => null : null;
    }

    /// <summary>One that failed is not asked why: that would be to say that somebody has taken care of it.</summary>
    private static IEnumerable? StateOf(Task task) => task.IsFaulted ? null : task.AsyncState is { } state ? new object?[] { state } : Nothing;

    private static IEnumerable TargetsOf(Delegate function) => Array.ConvertAll(function.GetInvocationList(), static one => one.Target);

    private static IEnumerable ValuesOf(DataRow row) => row.RowState == DataRowState.Deleted ? (IEnumerable)row.Table.Columns.Cast<DataColumn>().Select(column => row[column, DataRowVersion.Original]) : row.ItemArray;

    /// <summary>What a property tells that is nobody's to override.</summary>
    /// <param name="declaring">Who declares it.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static Func<object, IEnumerable?> Of(Type type, string name, Type declaring)
    {
        // One that a class hides or overrides tells what that class likes.
        var property = type.GetProperties().Where(one => one.Name == name).ToArray() is [var only] ? only : null;
        if (property is null || property.GetMethod?.DeclaringType != declaring)
            return static _ => null;
        return one => new object?[] { property.GetValue(one) };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static Func<object, IEnumerable?> Made(Type lazy)
    {
        var (isMade, value) = (lazy.GetProperty(nameof(Lazy<object>.IsValueCreated)), lazy.GetProperty(nameof(Lazy<object>.Value)));
        return one => isMade?.GetValue(one) is true && value is not null ? new object?[] { value.GetValue(one) } : null;
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static Func<object, IEnumerable?> Aimed(Type reference)
    {
        var target = reference.GetMethod(nameof(WeakReference<object>.TryGetTarget));
        return one =>
        {
            object?[] found = [null];
            return target is null ? null : target.Invoke(one, found) is true ? found : Nothing;
        };
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static Func<object, IEnumerable?> Listed(Type memory)
    {
        var list = memory.GetMethod("ToArray", Type.EmptyTypes);
        return one => (IEnumerable?)list?.Invoke(one, null);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static Func<object, IEnumerable?> Handled(Type handle)
    {
        var (target, dependent) = (handle.GetProperty("Target"), handle.GetProperty("Dependent"));
        return one => target is null || dependent is null ? null : new[] { target.GetValue(one), dependent.GetValue(one) };
    }

    /// <summary>The task behind a value task; what is behind one otherwise can be asked once, by whoever awaits it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "Where the trimmer removed it, nothing is shown.")]
    private static Func<object, IEnumerable?> Waited(Type task)
    {
        var behind = task.GetField("_obj", BindingFlags.Instance | BindingFlags.NonPublic);
        return one => behind is null ? null : behind.GetValue(one) switch
        {
            null => Nothing,
            Task known => new object?[] { known },
            _ => null,
        };
    }

    /// <summary>What an expression has of the program: whoever writes it writes its constants.</summary>
    private sealed class Constants : ExpressionVisitor
    {
        private readonly List<object?> _found = [];

        public static List<object?> Of(Expression expression)
        {
            var constants = new Constants();
            constants.Visit(expression);
            return constants._found;
        }

        protected override Expression VisitConstant(ConstantExpression node)
        {
            _found.Add(node.Value);
            return node;
        }
    }
}
