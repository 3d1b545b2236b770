using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Emit;
using Ethics.Crm.Decisions;

namespace Ethics.Crm.Bulk;

/// <summary>Which keys of people are read and compared without any code of the application: only these are read on threads that are not those of whoever asks.</summary>
internal static class PlainKeys
{
    // ldarg.0, ldfld with its four bytes, ret.
    private const int FieldReaderLength = 7;

    /// <summary>A field, or a getter that returns one, as that of a property without a body does.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A body that is not there counts as code of the application.")]
    public static bool ReadsOnlyAField(MemberInfo key)
    {
        if (key is FieldInfo)
            return true;
        var getter = key as MethodInfo ?? ((PropertyInfo)key).GetMethod;
        if (getter is null || (getter.IsVirtual && !getter.IsFinal && getter.DeclaringType?.IsSealed != true))
            return false;
        // It waits for whoever holds the object's lock, and no instruction in it says so.
        if ((getter.MethodImplementationFlags & MethodImplAttributes.Synchronized) != 0)
            return false;
        return getter.GetMethodBody()?.GetILAsByteArray() is { Length: FieldReaderLength } body
            && body[0] == OpCodes.Ldarg_0.Value && body[1] == OpCodes.Ldfld.Value && body[^1] == OpCodes.Ret.Value;
    }

    /// <summary>A value of the system, or one whose equality the compiler wrote.</summary>
    public static bool ComparesParts(Type key) => key.IsSealed && FixedIds.IsFixed(key);
}
