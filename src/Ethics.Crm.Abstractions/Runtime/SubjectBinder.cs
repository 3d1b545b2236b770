using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Ethics.Crm.Runtime;

/// <summary>Tells the people that an object is about from its key. For generated code: one static instance per type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class SubjectBinder<TKey>
{
    private readonly Func<TKey, IReadOnlyList<SubjectKey>> _subjects;
    private readonly Type? _declaring;

    // Weak: a class of a plug-in that derives must not be held. Made for the first one.
    private ConditionalWeakTable<Type, StrongBox<Naming>>? _deriving;

    /// <summary>Of a type that nothing derives from, or whose derived types are not to be asked.</summary>
    /// <param name="subjects">Empty when the key is unset.</param>
    public SubjectBinder(Func<TKey, IReadOnlyList<SubjectKey>> subjects) => _subjects = subjects;

    /// <summary>Of a class that others derive from, which may give its people further names, or be about further people.</summary>
    /// <param name="subjects">Empty when the key is unset.</param>
    /// <param name="declaring">The class whose people the function names.</param>
    public SubjectBinder(Func<TKey, IReadOnlyList<SubjectKey>> subjects, Type declaring)
        : this(subjects) => _declaring = declaring;

    private SubjectBinder(Func<TKey, IReadOnlyList<SubjectKey>> subjects, bool asksObject)
        : this(subjects) => AsksObject = asksObject;

    private enum Naming
    {
        /// <summary>As the class with the gate names them.</summary>
        Alike,

        /// <summary>By the same ids, so that the key tells who they are.</summary>
        ByOtherNames,

        /// <summary>By ids that the key says nothing of.</summary>
        ByOtherIds,

        /// <summary>Reflection meets a type that is not there, say.</summary>
        Unknown,
    }

    /// <summary>Whether the people may be others though the key is the same, so that each read asks anew.</summary>
    internal bool AsksObject { get; }

    /// <summary>The one for the people of this object. The gate is in the class that declares a member; what derives from it may name more people than that class knows of.</summary>
    /// <param name="owner">Whose member is read.</param>
    /// <param name="type">Its type, asked for where the class is known: the trimmer then keeps in each derived class what the class is annotated with, and warns where it is not.</param>
    public SubjectBinder<TKey> For(object owner, [DynamicallyAccessedMembers(SubjectTypes.Members)] Type type) => _declaring is null || type == _declaring ? this : ForDerived(owner, type);

    internal IReadOnlyList<SubjectKey> SubjectsOf(TKey key) => _subjects(key);

    private SubjectBinder<TKey> ForDerived(object owner, Type type)
    {
        var deriving = _deriving ?? Interlocked.CompareExchange(ref _deriving, new(), null) ?? _deriving;
        if (!deriving.TryGetValue(type, out var naming))
            naming = deriving.GetValue(type, one => new StrongBox<Naming>(NamingOf(one)));
        return naming.Value switch
        {
            Naming.Alike => this,
            Naming.Unknown => new(static _ => SubjectKeys.None, asksObject: true),
            var other => new(_ => ObjectSubjects.Of(owner), other == Naming.ByOtherIds),
        };
    }

    private Naming NamingOf(Type type)
    {
        try
        {
            return ObjectSubjects.AreNamedAlike(_declaring!, type) ? Naming.Alike
                : ObjectSubjects.HaveTheSameIds(_declaring!, type) ? Naming.ByOtherNames
                : Naming.ByOtherIds;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Naming.Unknown;
        }
    }
}
