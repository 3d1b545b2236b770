using Ethics.Crm.Weaver.Labels;
using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>The nested class with the guards of a type: the same members as the generator writes, in the same order of initialisation.</summary>
internal sealed class GuardsEmitter
{
    private const FieldAttributes Constant = FieldAttributes.Assembly | FieldAttributes.Static | FieldAttributes.InitOnly;
    private const string Prefix = "__";

    private readonly TypeDefinition _guards;
    private readonly TypeReference _self;
    private readonly GateTypes _gate;
    private readonly ModuleDefinition _module;
    private readonly TypeReference _key;
    private readonly ILProcessor _start;

    public GuardsEmitter(TypeDefinition type, Subject subject, TypeReference key, GateTypes gate, BuildPolicy policy)
    {
        _gate = gate;
        _module = type.Module;
        _key = key;
        var name = Weavable.GuardsNames.FirstOrDefault(one => type.Name != one && type.NestedTypes.All(nested => nested.Name != one)) ?? throw new WeavingException($"'{MemberNames.FullName(type)}' has types of the names that its guards need ({string.Join(", ", Weavable.GuardsNames)}).");
        _guards = new("", name, TypeAttributes.NestedPrivate | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit | TypeAttributes.Class, _module.TypeSystem.Object);
        foreach (var parameter in type.GenericParameters)
            _guards.GenericParameters.Add(new(parameter.Name, _guards));
        _guards.CustomAttributes.Add(new(gate.NewGenerated));
        type.NestedTypes.Add(_guards);
        _self = TypeArguments.Self(_guards);
        // What code in the type names: with the type's own parameters.
        Seen = type.HasGenericParameters ? GateTypes.Instance(_guards, [.. type.GenericParameters]) : _guards;

        _start = _guards.Add(".cctor", MethodAttributes.Private | MethodAttributes.Static | MethodAttributes.SpecialName | MethodAttributes.RTSpecialName, _module.TypeSystem.Void, gate).Body.GetILProcessor();
        var known = Field(Prefix + "KnownPurposes", new ArrayType(_module.TypeSystem.String));
        _start.Strings(policy.KnownPurposes, _module.TypeSystem);
        _start.Emit(OpCodes.Stsfld, known.On(_self));
        KnownPurposes = known;
        EmitBinder(subject, type);
        if (type.IsValueType)
            EmitSlots();
    }

    public TypeReference Seen { get; }

    public FieldReference Binder { get; private set; } = null!;

    public FieldReference? Slots { get; private set; }

    private FieldDefinition KnownPurposes { get; }

    public (FieldReference Member, FieldReference Mask) Guard(WovenProperty woven)
    {
        var property = woven.Property;
        var member = Field(property.Name, _gate.GuardedMember);
        var mask = Field(Prefix + "Mask" + property.Name, _gate.MemberMask);
        _start.Emit(OpCodes.Ldstr, MemberNames.Display(property));
        _start.Emit(Nullability.NullIsLegal(property) ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
        _start.Strings(woven.Judgement.Permitted, _module.TypeSystem);
        _start.Strings(woven.Judgement.WithoutPerson, _module.TypeSystem);
        _start.Emit(OpCodes.Ldsfld, KnownPurposes.On(_self));
        if (woven.Origin is { } origin)
        {
            _start.Emit(origin.TellsAge ? OpCodes.Ldc_I4_1 : OpCodes.Ldc_I4_0);
            _start.Strings(origin.Sources, _module.TypeSystem);
            _start.Emit(OpCodes.Newobj, _gate.NewMemberOrigin);
        }

        EmitLabels(woven.Judgement);
        _start.Emit(OpCodes.Newobj, woven.Origin is null ? _gate.NewGuardedMember : _gate.NewGuardedMemberOfOrigin);
        _start.Emit(OpCodes.Dup);
        _start.Emit(OpCodes.Stsfld, member.On(_self));
        _start.Emit(OpCodes.Callvirt, _gate.Mask);
        _start.Emit(OpCodes.Stsfld, mask.On(_self));
        return (member.On(Seen), mask.On(Seen));
    }

    public void Close() => _start.Emit(OpCodes.Ret);

    private FieldDefinition Field(string name, TypeReference type)
    {
        var field = new FieldDefinition(name, Constant, type);
        _guards.Fields.Add(field);
        return field;
    }

    private void EmitLabels(Judgement judgement)
    {
        _start.Emit(OpCodes.Ldc_I4, judgement.Labels.Count);
        _start.Emit(OpCodes.Newarr, _gate.MemberLabel);
        for (var i = 0; i < judgement.Labels.Count; i++)
        {
            var label = judgement.Labels[i];
            _start.Emit(OpCodes.Dup);
            _start.Emit(OpCodes.Ldc_I4, i);
            _start.Emit(OpCodes.Ldstr, label.Member);
            _start.Text(label.Category);
            if (label.CollectedFor is { } purposes)
                _start.Strings(purposes, _module.TypeSystem);
            else
                _start.Emit(OpCodes.Ldnull);
            _start.Strings(label.Attributes, _module.TypeSystem);
            _start.Emit(OpCodes.Newobj, _gate.NewMemberLabel);
            _start.Emit(OpCodes.Stelem_Ref);
        }
    }

    private void EmitBinder(Subject subject, TypeDefinition type)
    {
        var binder = Field(Prefix + "Subject", GateTypes.Instance(_gate.Binder, _key));
        var bind = _guards.Add(Prefix + "Bind", MethodAttributes.Assembly | MethodAttributes.Static, _gate.People, _gate);
        bind.Parameters.Add(new("key", ParameterAttributes.None, _key));
        new BinderBody(_gate, _module, subject, _key).Emit(bind.Body.GetILProcessor());

        _start.Emit(OpCodes.Ldnull);
        _start.Emit(OpCodes.Ldftn, bind.On(_self));
        _start.Emit(OpCodes.Newobj, _gate.NewFunction(_key));
        if (!type.IsSealed)
        {
            _start.Emit(OpCodes.Ldtoken, type.HasGenericParameters ? GateTypes.Instance(type, [.. _guards.GenericParameters]) : type);
            _start.Emit(OpCodes.Call, _gate.TypeFromHandle());
        }

        _start.Emit(OpCodes.Newobj, type.IsSealed ? _gate.NewBinderOfSealed(_key) : _gate.NewBinder(_key));
        _start.Emit(OpCodes.Stsfld, binder.On(_self));
        Binder = binder.On(Seen);
    }

    // A struct has no slot; its people's lie beside its guards.
    private void EmitSlots()
    {
        var slots = Field(Prefix + "Slots", GateTypes.Instance(_gate.Slots, _key));
        _start.Emit(OpCodes.Newobj, _gate.NewSlots(_key));
        _start.Emit(OpCodes.Stsfld, slots.On(_self));
        Slots = slots.On(Seen);
    }
}
