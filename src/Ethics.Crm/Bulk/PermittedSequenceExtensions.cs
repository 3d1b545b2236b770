using System.Linq.Expressions;
using Ethics.Crm.Bulk;

namespace Ethics.Crm;

/// <summary>Chooses, of many objects, those whose people a purpose may concern. Whoever asks this way has asked for consent.</summary>
/// <remarks>
/// For the application that the open scope belongs to, else for the only one. Each object is judged as it comes by, by what its people have decided at that moment, so that one who withdraws while a
/// list is worked through is left out of what follows. Whose object it is and which object stands in an array is read up to 64 places ahead: change ids and elements before, or go through another kind of list.
/// As <see cref="IPurposeDecisions"/>, it tells what enforcing says, whatever the policy's modes are.
/// </remarks>
public static class PermittedSequenceExtensions
{
    /// <summary>Those whose people allow the purpose: consent where it rests on consent, no objection where that is enough, no restriction.</summary>
    /// <param name="source">Objects with a <see cref="DataSubjectIdAttribute"/>; one that says of nobody counts as somebody unknown, null as nobody.</param>
    /// <param name="purpose">One that the policy does not know is permitted for nobody.</param>
    public static IEnumerable<T> PermittedFor<T>(this IEnumerable<T> source, string purpose)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        return Choose(source, new PermissionRequest<T>(purpose, []));
    }

    /// <summary>Those whose people allow the purpose, and of whom these members may be read for it.</summary>
    /// <param name="source">Objects with a <see cref="DataSubjectIdAttribute"/>.</param>
    /// <param name="purpose">One that the policy does not know is permitted for nobody.</param>
    /// <param name="members">Labelled properties or fields of the object itself: <c>c =&gt; c.Email</c>. They are named here, not read.</param>
    /// <exception cref="ArgumentException">One is no member of the object itself, or has no label, so that nothing is known of it.</exception>
    public static IEnumerable<T> PermittedFor<T>(this IEnumerable<T> source, string purpose, params Expression<Func<T, object?>>[] members)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        return Choose(source, new PermissionRequest<T>(purpose, members));
    }

    /// <summary>All of them, in two lists: those that may be used, and those that may not, each with the reason.</summary>
    /// <remarks>Of a list of tens of thousands, ids that are stored in the object are read by several threads; those that code of yours finds are read by the thread that asks, on which all else happens too.</remarks>
    /// <param name="source">Objects with a <see cref="DataSubjectIdAttribute"/>.</param>
    /// <param name="purpose">One that the policy does not know is permitted for nobody.</param>
    /// <param name="members">As in <see cref="PermittedFor{T}(IEnumerable{T}, string, Expression{Func{T, object}}[])"/>; none asks for the people only.</param>
    /// <exception cref="ArgumentException">One is no member of the object itself, or has no label, so that nothing is known of it.</exception>
    public static PermittedSplit<T> SplitByPermission<T>(this IEnumerable<T> source, string purpose, params Expression<Func<T, object?>>[] members)
    {
        _ = source ?? throw new ArgumentNullException(nameof(source));
        var judge = new PermissionJudge<T>(new PermissionRequest<T>(purpose, members));
        return new PermittedSplit<T>(judge.Sort(source as T[] ?? [.. source]));
    }

    // Most are an array or a list, of which an enumerator behind an interface would cost as much as the question.
    private static IEnumerable<T> Choose<T>(IEnumerable<T> source, PermissionRequest<T> request) =>
        source is T[] items ? new PermissionJudge<T>.PermittedOf(items, request)
        : source.GetType() == typeof(List<T>) ? OfList((List<T>)source, request)
        : OfAny(source, request);

    private static IEnumerable<T> OfList<T>(List<T> items, PermissionRequest<T> request)
    {
        var judge = new PermissionJudge<T>(request);
        foreach (var item in items)
        {
            if (judge.Allows(item))
                yield return item;
        }
    }

    private static IEnumerable<T> OfAny<T>(IEnumerable<T> source, PermissionRequest<T> request)
    {
        var judge = new PermissionJudge<T>(request);
        foreach (var item in source)
        {
            if (judge.Allows(item))
                yield return item;
        }
    }
}
