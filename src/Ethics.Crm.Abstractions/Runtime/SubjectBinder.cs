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

    private SubjectBinder(Func<TKey, IReadOnlyList<SubjectKey>> subjects, bool asksObject, bool knowsNotAll = false)
        : this(subjects) => (AsksObject, KnowsNotAll) = (asksObject, knowsNotAll);

    private enum Naming
    {
        /// <summary>As the class with the gate names them.</summary>
        Alike,

        /// <summary>By the same id, so that the key tells who it is.</summary>
        ByOtherNames,

        /// <summary>By ids that the key says nothing of.</summary>
        ByOtherIds,

        /// <summary>Reflection meets a type that is not there, say.</summary>
        Unknown,
    }

    /// <summary>Whether the people may be others though the key is the same, so that each read asks anew.</summary>
    internal bool AsksObject { get; }

    /// <summary>Whether the object may be about others too, of whom nothing can be known: as about somebody unknown, and about those who are.</summary>
    internal bool KnowsNotAll { get; }

    /// <summary>
    /// Whether a slot that an object of this type holds can have been bound for no other people than those of the class. Asked for records: the copy that a derived one begins with
    /// (<c>Lead(Contact contact) : base(contact)</c>) takes over the slot of what was copied, which speaks for the people of that class alone.
    /// </summary>
    /// <param name="type">The type of the object, asked for as in <see cref="For"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NamesAlike([DynamicallyAccessedMembers(SubjectTypes.Members)] Type type) => _declaring is null || type == _declaring || NamingOfDerived(type) == Naming.Alike;

    /// <summary>The one for the people of this object. The gate is in the class that declares a member; what derives from it may name more people than that class knows of.</summary>
    /// <param name="owner">Whose member is read.</param>
    /// <param name="type">Its type, asked for where the class is known: the trimmer then keeps in each derived class what the class is annotated with, and warns where it is not.</param>
    public SubjectBinder<TKey> For(object owner, [DynamicallyAccessedMembers(SubjectTypes.Members)] Type type) => _declaring is null || type == _declaring ? this : ForDerived(owner, type);

    internal IReadOnlyList<SubjectKey> SubjectsOf(TKey key) => _subjects(key);

    private Naming NamingOfDerived(Type type)
    {
        var deriving = _deriving ?? Interlocked.CompareExchange(ref _deriving, new(), null) ?? _deriving;
        if (!deriving.TryGetValue(type, out var naming))
            naming = deriving.GetValue(type, one => new StrongBox<Naming>(NamingOf(one)));
        return naming.Value;
    }

    private SubjectBinder<TKey> ForDerived(object owner, Type type) => NamingOfDerived(type) switch
    {
        Naming.Alike => this,
        // Not by a second look at the object: its id may be another one by then, and the slot would speak for the wrong person as soon as the first is back.
        Naming.ByOtherNames => new(key => ObjectSubjects.Rename(_subjects(key), type), asksObject: false),
        Naming.ByOtherIds => new(_ => ObjectSubjects.Of(owner), asksObject: true),
        // Those whom the base knows may have stopped what nobody else need allow.
        _ => new(_subjects, asksObject: true, knowsNotAll: true),
    };

    private Naming NamingOf(Type type)
    {
        try
        {
            return ObjectSubjects.AreNamedAlike(_declaring!, type) ? Naming.Alike
                : KeyIsTheOnlyId(type) ? Naming.ByOtherNames
                : Naming.ByOtherIds;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Naming.Unknown;
        }
    }

    /// <summary>Not of a class whose generated code cannot reach the id: its key is that of nobody. And not of records: a copy that is one of the base takes over a slot under the names of what derives from it.</summary>
    private bool KeyIsTheOnlyId(Type type) =>
        typeof(TKey) != typeof(NoSubject) && !ObjectSubjects.IsCopied(_declaring!) && ObjectSubjects.HaveTheSameIds(_declaring!, type) && ObjectSubjects.HasOneId(type);
}
