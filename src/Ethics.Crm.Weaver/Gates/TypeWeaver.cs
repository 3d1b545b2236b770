using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>Gives one type what the generator gives a partial one: a slot, guards, and accessors that ask the gate.</summary>
internal sealed class TypeWeaver
{
    private readonly TypeDefinition _type;
    private readonly TypeReference _self;
    private readonly GateTypes _gate;
    private readonly TypeReference _key;
    private readonly MethodReference _readKey;
    private readonly GuardsEmitter _guards;
    private readonly TimeEmitter _times;
    private readonly FieldReference? _slot;

    public TypeWeaver(TypeDefinition type, GateTypes gate, BuildPolicy policy, IReadOnlyDictionary<PropertyDefinition, MethodDefinition> raws)
    {
        _type = type;
        _self = TypeArguments.Self(type);
        _gate = gate;
        var subject = SubjectReader.Read(type);
        var reads = new MemberReads(type, raws);
        _times = new(type, gate, reads);
        var keys = new KeyEmitter(type, subject, gate, reads);
        _key = keys.KeyType;
        _readKey = keys.Emit().On(_self);
        if (!type.IsValueType)
        {
            // Neither stored, nor serialised, nor part of the equality of a record, which the compiler has written already.
            var slot = new FieldDefinition("__ethicsWovenSubject", FieldAttributes.Private | FieldAttributes.NotSerialized, GateTypes.Instance(gate.Slot, _key));
            slot.CustomAttributes.Add(new(gate.NewGenerated));
            type.Fields.Add(slot);
            _slot = slot.On(_self);
        }

        _guards = new(type, subject, _key, gate, policy);
        if (type is { IsValueType: false, IsSealed: false } && gate.KeepsMembers() is { } keeps && type.CustomAttributes.All(one => one.AttributeType.FullName != keeps.AttributeType.FullName))
            type.CustomAttributes.Add(keeps);
    }

    public void Weave(WovenProperty woven)
    {
        var (member, mask) = _guards.Guard(woven);
        var time = woven.Origin is { TellsAge: true, Time: var told } ? _times.Emit(woven.Property, told, member).On(_self) : null;
        EmitGetter(woven, mask, EmitDecide(woven, member, time));
        if (woven.Property.SetMethod is { HasBody: true, IsStatic: false } setter)
            EmitSetter(woven, setter, EmitIgnoresWrite(woven, member, time));
    }

    public void Close() => _guards.Close();

    private void EmitGetter(WovenProperty woven, FieldReference mask, MethodReference decide)
    {
        var getter = woven.Property.GetMethod;
        // The run time thinks the getter too large to be worth it; in a loop it is.
        getter.ImplAttributes = (getter.ImplAttributes & ~MethodImplAttributes.NoInlining) | MethodImplAttributes.AggressiveInlining;
        var il = getter.Body.GetILProcessor();
        var slow = il.Create(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldsfld, mask);
        EmitSlotAndKey(il);
        il.Emit(OpCodes.Call, _gate.Permits(_key));
        il.Emit(OpCodes.Brfalse, slow);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, woven.Raw.On(_self));
        il.Emit(OpCodes.Ret);
        il.Append(slow);
        il.Emit(OpCodes.Call, decide);
        il.Emit(OpCodes.Ret);
    }

    // A method of its own, not inlined: with all these arguments in the getter, a loop around a read would look for the scope's place at each turn.
    private MethodReference EmitDecide(WovenProperty woven, FieldReference member, MethodReference? time)
    {
        var method = _type.Add("__ethicsWovenDecide" + woven.Property.Name, MethodAttributes.Private, woven.Property.PropertyType, _gate);
        method.ImplAttributes |= MethodImplAttributes.NoInlining;
        var il = method.Body.GetILProcessor();
        il.Emit(OpCodes.Ldsfld, member);
        EmitBinder(il);
        EmitSlotAndKey(il);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, woven.Raw.On(_self));
        EmitTime(il, time);
        il.Emit(OpCodes.Call, time is null ? _gate.Decide(_key, woven.Property.PropertyType) : _gate.DecideByAge(_key, woven.Property.PropertyType));
        il.Emit(OpCodes.Ret);
        return method.On(_self);
    }

    private MethodReference EmitIgnoresWrite(WovenProperty woven, FieldReference member, MethodReference? time)
    {
        var method = _type.Add("__ethicsWovenIgnoresWrite" + woven.Property.Name, MethodAttributes.Private, _type.Module.TypeSystem.Boolean, _gate);
        method.Parameters.Add(new("value", ParameterAttributes.None, woven.Property.PropertyType));
        var il = method.Body.GetILProcessor();
        var never = il.Create(OpCodes.Ldc_I4_0);
        il.Emit(OpCodes.Ldsfld, member);
        il.Emit(OpCodes.Callvirt, _gate.MayRedact);
        il.Emit(OpCodes.Brfalse, never);
        il.Emit(OpCodes.Ldsfld, member);
        EmitBinder(il);
        EmitSlotAndKey(il);
        il.Emit(OpCodes.Ldarg_1);
        EmitTime(il, time);
        il.Emit(OpCodes.Call, time is null ? _gate.IgnoresWrite(_key, woven.Property.PropertyType) : _gate.IgnoresWriteByAge(_key, woven.Property.PropertyType));
        il.Emit(OpCodes.Ret);
        il.Append(never);
        il.Emit(OpCodes.Ret);
        return method.On(_self);
    }

    private static void EmitSetter(WovenProperty woven, MethodDefinition setter, MethodReference ignores)
    {
        var il = setter.Body.GetILProcessor();
        var first = setter.Body.Instructions[0];
        foreach (var instruction in new[] { il.Create(OpCodes.Ldarg_0), il.Create(OpCodes.Ldarg_1), il.Create(OpCodes.Call, ignores), il.Create(OpCodes.Brfalse, first), il.Create(OpCodes.Ret) })
            il.InsertBefore(first, instruction);
    }

    private static void EmitTime(ILProcessor il, MethodReference? time)
    {
        if (time is null)
            return;
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, time);
    }

    private void EmitBinder(ILProcessor il)
    {
        il.Emit(OpCodes.Ldsfld, _guards.Binder);
        if (_type.IsSealed)
            return;
        // What derives from the class may name more people than the class knows of.
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, _gate.TypeOfObject);
        il.Emit(OpCodes.Callvirt, _gate.BinderFor(_key));
    }

    private void EmitSlotAndKey(ILProcessor il)
    {
        if (_slot is not null)
        {
            il.Emit(OpCodes.Ldarg_0);
            il.Emit(OpCodes.Ldflda, _slot);
        }
        else
        {
            il.Emit(OpCodes.Ldsfld, _guards.Slots);
            EmitKey(il);
            il.Emit(OpCodes.Call, _gate.SlotOf(_key));
        }

        EmitKey(il);
    }

    private void EmitKey(ILProcessor il)
    {
        il.Emit(OpCodes.Ldarg_0);
        il.Emit(OpCodes.Call, _readKey);
    }
}
