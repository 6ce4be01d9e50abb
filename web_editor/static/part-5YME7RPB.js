import{a,b}from"./part-JNCWLRWP.js";import"./part-LWVHKABH.js";import"./part-V4VDY4FQ.js";import"./part-ZUAWCBR2.js";export{a as COMPARED,b as ConditionDialog};
