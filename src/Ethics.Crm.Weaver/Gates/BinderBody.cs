using Ethics.Crm.Weaver.Subjects;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Ethics.Crm.Weaver.Gates;

/// <summary>From the key of an object to the people that it is about.</summary>
internal sealed class BinderBody(GateTypes gate, ModuleDefinition module, Subject subject, TypeReference key)
{
    public void Emit(ILProcessor il)
    {
        switch (subject.People.Count)
        {
            case 0:
                il.Emit(OpCodes.Ldsfld, gate.Nobody);
                break;
            case 1:
                EmitPerson(il, subject.People[0]);
                break;
            default:
                // Data about several people needs all of them.
                il.Emit(OpCodes.Ldc_I4, subject.People.Count);
                il.Emit(OpCodes.Newarr, gate.People);
                for (var i = 0; i < subject.People.Count; i++)
                {
                    il.Emit(OpCodes.Dup);
                    il.Emit(OpCodes.Ldc_I4, i);
                    EmitPerson(il, subject.People[i]);
                    il.Emit(OpCodes.Stelem_Ref);
                }

                il.Emit(OpCodes.Call, gate.All);
                break;
        }

        il.Emit(OpCodes.Ret);
    }

    private void EmitPerson(ILProcessor il, (string SubjectType, KeyPart Id) person)
    {
        il.Emit(OpCodes.Ldstr, person.SubjectType);
        EmitPart(il, person.Id);
        if (subject.Tenant is not { } tenant)
        {
            il.Emit(OpCodes.Ldnull);
            il.Emit(OpCodes.Call, gate.One(module.ImportReference(person.Id.Type)));
            return;
        }

        EmitPart(il, tenant);
        il.Emit(OpCodes.Call, tenant.IsText ? gate.One(module.ImportReference(person.Id.Type)) : gate.OneIn(module.ImportReference(person.Id.Type), module.ImportReference(tenant.Type)));
    }

    private void EmitPart(ILProcessor il, KeyPart part)
    {
        il.Emit(OpCodes.Ldarg_0);
        if (subject.Parts.Count == 1)
            return;
        var tuple = (GenericInstanceType)key;
        var index = subject.Parts.ToList().IndexOf(part);
        il.Emit(OpCodes.Ldfld, new FieldReference("Item" + (index + 1), tuple.ElementType.GenericParameters[index], tuple));
    }
}
