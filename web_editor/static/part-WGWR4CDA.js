import{a,b}from"./part-KPESNYQI.js";import"./part-LWVHKABH.js";import"./part-F7DEP27M.js";export{a as COMPARED,b as ConditionDialog};
