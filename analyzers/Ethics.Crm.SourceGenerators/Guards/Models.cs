using Ethics.Crm.SourceGenerators.Pipeline;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <summary>The partial properties without body of one declaration of a type, before the policy has its say.</summary>
internal sealed record GuardCandidates(TypeShape Type, SubjectShape Subject, EquatableArray<PropertyShape> Properties);

/// <summary>Everything that is emitted for one type.</summary>
internal sealed record GuardedType(TypeShape Type, SubjectShape Subject, EquatableArray<GuardedProperty> Properties, bool Guard);

/// <param name="Key">Metadata name with namespace: tells types apart and names the file.</param>
/// <param name="Declarations">Headers from the outermost containing type to the type itself.</param>
/// <param name="Self">How code in it names it.</param>
/// <param name="Struct">Null for a class.</param>
/// <param name="IsForTrimmers">Whether the trimmer is to be told to keep what says whom objects of derived classes are about.</param>
/// <param name="IsCopied">Whether objects of derived classes can begin as copies of its objects, with the slot of these.</param>
/// <param name="Record">Null when no <c>PrintMembers</c> is to be written.</param>
/// <param name="FieldKeyword">True from C# 14 on; before, the value lies in a named field.</param>
/// <param name="Guards">Name of the class that is nested in it.</param>
/// <param name="Prefix">How the other generated names begin, <see cref="GeneratedNames"/>.</param>
internal sealed record TypeShape(
    string Key, string Namespace, EquatableArray<string> Declarations, string Self, StructShape? Struct, bool IsInheritable, bool IsForTrimmers, bool IsCopied, PrintShape? Record, bool FieldKeyword, string Guards, string Prefix);

/// <param name="IsReadOnly">Its fields have to be too.</param>
/// <param name="HasLayout">The user chose the order of its fields.</param>
internal sealed record StructShape(bool IsReadOnly, bool HasLayout);

/// <param name="Header">Signature of <c>PrintMembers</c>.</param>
internal sealed record PrintShape(string Header, bool CallsBase, EquatableArray<PrintedMember> Members);

/// <param name="IsObsolete">Naming it may be an error, which the compiler's own code is spared.</param>
/// <param name="IsText">A span, say, which nothing can box: printed as the text that it gives of itself.</param>
/// <param name="IsAddress">A pointer, which nothing can box either: printed as the number that it is.</param>
/// <param name="Labels">What labels it, whether it is guarded or not.</param>
internal sealed record PrintedMember(string Name, bool IsObsolete, bool IsText, bool IsAddress, EquatableArray<LabelShape> Labels);

/// <param name="Identifier">Escaped where needed.</param>
/// <param name="MayForgetNull">The compiler shall look whether constructors leave it null.</param>
/// <param name="Modifiers">As the definition has them, <c>partial</c> last.</param>
/// <param name="NeedsFieldKeyword">An initialiser, or an attribute of the field, that only <c>field</c> takes.</param>
/// <param name="FieldName">For compilers without <c>field</c>, and for an id that is itself guarded.</param>
/// <param name="TellsField">Whether Entity Framework has to be told that field, <see cref="FieldNames"/>.</param>
/// <param name="Accessors">E.g. <c>get</c>, <c>private set</c>.</param>
internal sealed record PropertyShape(
    string Name, string Identifier, string Display, string TypeName, bool IsDynamic, bool IsNullable, bool MayForgetNull, string Modifiers,
    bool NeedsFieldKeyword, string FieldName, bool TellsField, EquatableArray<string> Accessors, EquatableArray<LabelShape> Labels, OriginShape? Origin);

/// <summary>What the code says of a property's age and source; null where it says nothing.</summary>
/// <param name="TellsAge">Whether it names a member that tells the age.</param>
/// <param name="Time">That member; null when there is none of that name, or it holds no time.</param>
internal sealed record OriginShape(bool TellsAge, SubjectMember? Time, EquatableArray<string> Sources);

/// <summary>Who an object of the type is about. No people: nobody that we know.</summary>
internal sealed record SubjectShape(EquatableArray<SubjectId> People, SubjectMember? Tenant);

internal sealed record SubjectId(string SubjectType, SubjectMember Member);

/// <param name="Expression">How it is read when it is not guarded, e.g. <c>this.Id</c>.</param>
/// <param name="IsOwn">Declared by the guarded type itself.</param>
/// <param name="RawAccessor">The reader past the gate that a referenced assembly's generated code has; null when it has none.</param>
/// <param name="Labels">Of a property that would be guarded if they label it; else empty.</param>
internal sealed record SubjectMember(string Name, string TypeName, bool IsText, string Expression, bool IsOwn, string? RawAccessor, EquatableArray<LabelShape> Labels);

/// <summary>
/// What one declaration says in code. While it comes from syntax, names of our own constants in it are marks (<see cref="DeferredConstants"/>).
/// </summary>
internal sealed record LabelShape(string Member, string? Category, EquatableArray<string>? CollectedFor, EquatableArray<string> Attributes);

/// <summary>A property with the answer of the policy.</summary>
internal sealed record GuardedProperty(
    PropertyShape Shape, EquatableArray<string> Permitted, EquatableArray<string> WithoutPerson, EquatableArray<string> KnownPurposes, EquatableArray<LabelShape> Labels);
