using Ethics.Crm.SourceGenerators.Emission;

namespace Ethics.Crm.SourceGenerators.Guards;

/// <content>The properties and the readers past the gate.</content>
internal sealed partial class GuardEmitter
{
    // A struct has no slot: a readonly one cannot hold it, every copy of another would lose it, and a field of ours in a second
    // part of it would be a CS0282 in the user's. Its people's slots lie beside its guards.
    private string SlotExpression => model.Type.Struct is not null ? $"{model.Type.Guards}.{_names.Slots}.Of({_subject.Key})" : "this." + _names.Slot;

    // Of `object`: a member of that name is the user's to have.
    private const string OwnType = "((object)this).GetType()";

    // What derives from the class may name more people than the class knows of. From `GetType` the trimmer sees that the annotation of the class holds for what derives from it.
    private string BinderExpression => $"{model.Type.Guards}.{_names.Binder}{(model.Type.IsInheritable ? $".For(this, {OwnType})" : "")}";

    // A record that derives may have begun as the copy of one that does not, and then holds its slot.
    private string NamesAlike => model.Type.IsCopied ? $" && {model.Type.Guards}.{_names.Binder}.NamesAlike({OwnType})" : "";

    private void EmitProperty(PropertyShape property)
    {
        var storage = _subject.StorageOf(property);
        if (storage.NeedsDeclaration)
        {
            // A struct without constructor of its own may not have initialised fields, and needs none.
            var initializer = model.Type.Struct is null ? " = default!" : "";
            var modifiers = model.Type.Struct is { IsReadOnly: true } ? "private readonly" : "private";
            _code.Line(GeneratedMembers.Hidden);
            _code.Line(GeneratedMembers.HiddenFromDebugger);
            // The user's constructors set the property; of the field they know nothing, and shall not be told.
            if (model.Type.Struct is not null)
                _code.Line("#nullable disable annotations");
            _code.Line($"{modifiers} {property.TypeName} {property.FieldName}{initializer};");
            if (model.Type.Struct is not null)
                _code.Line("#nullable enable annotations");
            if (property.TellsField)
                _code.Line($"[global::{FieldNames.Hint}(\"{property.FieldName}\")]");
        }

        _code.Open($"{property.Modifiers} {property.TypeName} {property.Identifier}");
        foreach (var accessor in property.Accessors)
        {
            if (accessor.EndsWith("get", StringComparison.Ordinal))
                EmitGetter(property, accessor, storage.Expression);
            else
                EmitSetter(property, accessor, storage.Expression);
        }

        _code.Close();
    }

    // From this warning in a getter the compiler infers that the property must not stay null; with it off it would tell no
    // constructor that forgets it.
    private void EmitGetter(PropertyShape property, string accessor, string storage)
    {
        if (!property.MayForgetNull)
        {
            EmitGetterBody(property, accessor, storage);
            return;
        }

        _code.Line("#nullable enable warnings");
        _code.Line("#pragma warning restore CS8603");
        EmitGetterBody(property, accessor, storage);
        _code.Line("#pragma warning disable CS8603");
        _code.Line("#nullable disable warnings");
    }

    private void EmitGetterBody(PropertyShape property, string accessor, string storage)
    {
        if (!model.Guard)
        {
            _code.Line($"{accessor} => {storage};");
            return;
        }

        var bypass = _subject.ReadsThroughFlag(property) ? $"{model.Type.Guards}.{_names.Bypass} || " : "";
        var permits = $"{bypass}{Gate}Permits({MaskOf(property)}, ref {SlotExpression}, {_subject.Key}){NamesAlike}";
        // The run time thinks the getter too large to be worth it; in a loop it is.
        _code.Line($"[{MethodImpl}.AggressiveInlining)] {accessor} => {permits} ? {storage} : this.{_names.Decide}({GuardOf(property)}, {Value(property, storage)});");
    }

    // Methods of their own, not inlined: with all their arguments in the getter, a loop around a read would look for the scope's place at each turn.
    // One of each for the type, not for the property: binding their bodies was most of what a guarded property cost the compiler.
    private void EmitTail()
    {
        var tellsAge = model.Properties.Any(property => property.Shape.Origin is { TellsAge: true });
        if (tellsAge)
            EmitCollectedAt();
        // Only where a property says when its value was obtained: nothing else needs to look at the object.
        var collectedAt = tellsAge ? $", this.{_names.CollectedAt}(member)" : "";
        _code.Line(GeneratedMembers.Hidden);
        _code.Line($"[{MethodImpl}.NoInlining)]");
        _code.Line($"private {_names.TypeParameter} {_names.Decide}<{_names.TypeParameter}>({Runtime}GuardedMember member, {_names.TypeParameter} value) => {Gate}Decide<{_subject.KeyType}, {_names.TypeParameter}>(member, {BinderExpression}, ref {SlotExpression}, {_subject.Key}, value{collectedAt});");
        if (!model.Properties.Any(property => property.Shape.Accessors.Any(accessor => !accessor.EndsWith("get", StringComparison.Ordinal))))
            return;
        _code.Line(GeneratedMembers.Hidden);
        _code.Line($"private bool {_names.IgnoresWrite}<{_names.TypeParameter}>({Runtime}GuardedMember member, {_names.TypeParameter} value) => member.MayRedact && {Gate}IgnoresWrite<{_subject.KeyType}, {_names.TypeParameter}>(member, {BinderExpression}, ref {SlotExpression}, {_subject.Key}, value{collectedAt});");
    }

    private void EmitCollectedAt()
    {
        _code.Line(GeneratedMembers.Hidden);
        _code.Open($"private object? {_names.CollectedAt}({Runtime}GuardedMember member)");
        // What tells the time may be code of the program: it is asked where the answer counts, never by itself, and has told none when it fails.
        _code.Line($"if (!{Gate}BeginsTime(member)) return null;");
        _code.Open("try");
        foreach (var property in model.Properties.Select(one => one.Shape))
        {
            if (property.Origin?.Time is { } time)
                _code.Line($"if ((object)member == (object){GuardOf(property)}) return (object?){_subject.ReadTime(time)};");
        }

        _code.Line("return null;");
        _code.Close();
        _code.Line("catch (global::System.Exception e) when (e is not global::System.OutOfMemoryException) { return null; }");
        _code.Line($"finally {{ {Gate}EndsTime(); }}");
        _code.Close();
    }

    // With a dynamic argument the call would be bound at run time.
    private static string Value(PropertyShape property, string value) => property.IsDynamic ? "(object?)" + value : value;

    private void EmitSetter(PropertyShape property, string accessor, string storage)
    {
        if (!model.Guard)
        {
            _code.Line($"{accessor} => {storage} = value;");
            return;
        }

        _code.Line($"{accessor} {{ if (!this.{_names.IgnoresWrite}({GuardOf(property)}, {Value(property, "value")})) {storage} = value; }}");
    }

    private void EmitRawAccessors()
    {
        foreach (var property in model.Properties.Select(one => one.Shape).Where(_subject.NeedsRawAccessor))
        {
            _code.Line(GeneratedMembers.Hidden);
            var header = $"{(model.Type.IsInheritable ? "protected" : "private")} {property.TypeName} {RawAccessors.NameOf(property.Name)}()";
            if (!_subject.ReadsThroughFlag(property))
            {
                _code.Line($"{header} => this.{property.FieldName};");
                continue;
            }

            _code.Open(header);
            _code.Line($"{model.Type.Guards}.{_names.Bypass} = true;");
            _code.Line($"try {{ return this.{property.Identifier}; }}");
            _code.Line($"finally {{ {model.Type.Guards}.{_names.Bypass} = false; }}");
            _code.Close();
        }
    }
}
